package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reroll.bot.delivery.PostId;
import reroll.golden.Golden;

class CardKeeperTest {
  private final CardLab lab = CardLab.inAChatThatChangesPosts();

  @Test
  void aNewVersionIsANewCardAndTheOneBeforeSaysSo() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    patch("[PATCH v2] pond: weed", v1);
    patch("[PATCH v3] pond: weed", v1);

    assertThat(lab.headlines())
        .containsExactly("v2 of pond: weed by Ann Alder", "v3 of pond: weed by Ann Alder");
    assertThat(lab.card(1)).contains("Superseded by v3 of 2 Mar 2026").doesNotContain("1 patch");
    assertThat(lab.card(2)).contains("1 patch").doesNotContain("Superseded");
    assertThat(lab.below()).containsExactly("v3 is out: pond: weed");
  }

  @Test
  void anOldCardIsNotChangedForEachVersionAfterTheNext() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    for (int version = 2; version <= 5; version++) {
      patch("[PATCH v" + version + "] pond: weed", v1);
    }
    lab.pass(CardLab.QUIET);

    assertThat(lab.headlines()).hasSize(4);
    assertThat(lab.card(1)).contains("Superseded by v3");
    assertThat(lab.card(3)).contains("Superseded by v5");
    assertThat(lab.below()).hasSize(3);
    assertThat(lab.edits()).isEqualTo(3);
  }

  @Test
  void aCardOfWhichPatchesAreMissingSaysSoAndIsChangedWhenTheyCome() {
    String v1 = twoPatches();
    lab.say("!follow tidy");
    String v2 = lab.mail("[PATCH v2 0/2] pond: tidy up", v1, "So.\n");
    patch("[PATCH v2 1/2] pond: weed", v2);
    assertThat(lab.headlines()).isEmpty();
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(1)).contains("1 of 2 patches so far");

    patch("[PATCH v2 2/2] pond: dig", v2);
    assertThat(lab.card(1)).contains("1 of 2 patches so far");
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(1)).contains("2 patches", "2/2 pond: dig").doesNotContain("so far");
    assertThat(lab.headlines()).hasSize(1);
    assertThat(lab.edits()).isEqualTo(1);
  }

  @Test
  void aLateCoverGivesACardItsTitle() {
    twoPatches();
    lab.say("!follow tidy");
    patch("[PATCH v2 1/2] pond: weed", "late@lab.example");
    patch("[PATCH v2 2/2] pond: dig", "late@lab.example");
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).containsExactly("v2 of pond: weed by Ann Alder");

    lab.mailWithId("late@lab.example", "[PATCH v2 0/2] pond: tidy up", "Changes in v2:\n- dug\n");
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).containsExactly("v2 of pond: tidy up by Ann Alder");
    assertThat(lab.edits()).isEqualTo(1);
  }

  @Test
  void changesGatherForAWhileAndChangeTheCardOnce() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    String v2 = patch("[PATCH v2] pond: weed", v1);
    lab.answer("Bea <bea@birch.example>", v2, "Reviewed-by: Bea <bea@birch.example>\n");
    lab.answer("Dee <dee@dog.example>", v2, "Tested-by: Dee <dee@dog.example>\n");
    lab.deliver();
    assertThat(lab.edits()).isZero();

    lab.pass(CardLab.QUIET);
    assertThat(lab.card(1))
        .contains("Given since: Reviewed-by Bea, Tested-by Dee")
        .contains("It has a review");
    assertThat(lab.edits()).isEqualTo(1);
    assertThat(lab.state().nextDue()).isEmpty();
  }

  @Test
  void whereTheTextStaysTheSameNothingIsChanged() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    String v2 = patch("[PATCH v2] pond: weed", v1);
    lab.answer("Bea <bea@birch.example>", v2, "Why weed?\n");
    lab.pass(CardLab.QUIET);
    lab.deliver();

    assertThat(lab.edits()).isZero();
    assertThat(lab.state().nextDue()).isEmpty();
  }

  @Test
  void whatWasDecidedStandsOnTheCard() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    String v2 = patch("[PATCH v2] pond: weed", v1);
    lab.answer("Cleo <cleo@cedar.example>", v2, "Applied to pond-next, thanks!\n");
    lab.pass(CardLab.QUIET);

    assertThat(lab.card(1))
        .contains("Applied, a person says: Cleo applied it to pond-next on 2 Mar 2026");
  }

  /** The wrong-version guard: the card that speaks of v2 tells who reviewed v1 since. */
  @Test
  void aReviewThatComesToTheVersionBeforeChangesTheCard() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    patch("[PATCH v2] pond: weed", v1);
    lab.answer("Dee <dee@dog.example>", v1, "Reviewed-by: Dee <dee@dog.example>\n");
    lab.pass(CardLab.QUIET);

    assertThat(lab.card(1)).startsWith("v2").contains("Reviewed-by Dee came to v1 when v2 was out");
    assertThat(lab.edits()).isEqualTo(1);
  }

  @Test
  void aChatThatCannotChangePostsGetsCardsAndNothingElse() {
    CardLab terminal = CardLab.inAChatThatDoesNot();
    String v1 = terminal.mail("[PATCH] pond: weed", "", diff("weed"));
    terminal.say("!follow weed");
    terminal.mail("[PATCH v2] pond: weed", v1, diff("weed"));
    terminal.deliver();
    terminal.mail("[PATCH v3] pond: weed", v1, diff("weed"));
    terminal.pass(CardLab.QUIET);

    assertThat(terminal.headlines()).hasSize(2);
    assertThat(terminal.below()).isEmpty();
    assertThat(terminal.edits()).isZero();
    assertThat(terminal.state().cards().all()).isEmpty();
  }

  @Test
  void aCardThatTheChatWillNotChangeAnyMoreIsForgotten() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    String v2 = patch("[PATCH v2] pond: weed", v1);
    lab.deliver();
    lab.answer("Bea <bea@birch.example>", v2, "Reviewed-by: Bea <bea@birch.example>\n");
    lab.pass(CardLab.QUIET);
    lab.refuse();

    assertThat(lab.state().cards().all()).isEmpty();
    assertThat(lab.state().outbox().deadLetters().all()).isEmpty();
    patch("[PATCH v3] pond: weed", v1);
    assertThat(lab.headlines()).hasSize(2);
    assertThat(lab.edits()).isZero();
  }

  @Test
  void aCardThatTheChatRefusesIsForgotten() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    patch("[PATCH v2] pond: weed", v1);
    lab.refuse();

    assertThat(lab.state().cards().all()).isEmpty();
    assertThat(lab.state().outbox().deadLetters().all()).hasSize(1);
  }

  @Test
  void manyAtOnceAreOneListAndALaterVersionStandsAloneAgain() {
    List<String> titles = titles(CardKeeper.BURST);
    titles.forEach(title -> patch("[PATCH] " + title, ""));
    titles.forEach(title -> lab.say("!follow \"" + title + "\""));
    patches("[PATCH v2] ", titles);

    assertThat(lab.headlines()).containsExactly("5 new versions at once");
    assertThat(lab.card(1)).contains("v2 of pond: weed 0 by Ann Alder, 1 patch");

    patch("[PATCH v3] " + titles.get(1), "");
    assertThat(lab.headlines())
        .containsExactly("5 new versions at once", "v3 of pond: weed 1 by Ann Alder");
    assertThat(lab.card(1)).containsOnlyOnce("superseded by v3");
    assertThat(lab.below()).isEmpty();
  }

  @Test
  void fewAtOnceStandAlone() {
    List<String> titles = titles(CardKeeper.BURST - 1);
    titles.forEach(title -> patch("[PATCH] " + title, ""));
    titles.forEach(title -> lab.say("!follow \"" + title + "\""));
    patches("[PATCH v2] ", titles);

    assertThat(lab.headlines()).hasSize(CardKeeper.BURST - 1);
  }

  @Test
  void aVersionThatComesBehindItsSuccessorIsSupersededFromTheStart() {
    String v1 = patch("[PATCH] pond: weed", "");
    lab.say("!follow weed");
    patch("[PATCH v3] pond: weed", v1);
    patch("[PATCH v2] pond: weed", v1);

    assertThat(lab.card(1)).startsWith("v3 of").doesNotContain("Superseded");
    assertThat(lab.card(2)).startsWith("v2 of").contains("Superseded by v3");
    assertThat(lab.below()).isEmpty();
  }

  @Test
  void somePatchesPostedAnewLeaveTheCardAndStandInItsThread() {
    String v1 = twoPatches();
    lab.say("!follow tidy");
    String v2 = lab.mail("[PATCH v2 0/2] pond: tidy up", v1, "So.\n");
    patch("[PATCH v2 1/2] pond: weed", v2);
    String second = patch("[PATCH v2 2/2] pond: dig", v2);
    lab.mail("[PATCH v3 2/2] pond: dig", second, diff("deeper"));
    lab.pass(CardLab.QUIET);

    assertThat(lab.card(1)).startsWith("v2 of").doesNotContain("Superseded");
    assertThat(lab.card(2)).contains("2/2 anew, the rest as in v2");
    assertThat(lab.below()).containsExactly("v3 is out: pond: dig");
  }

  @Test
  void whatAPersonSaysOfVersionsChangesTheCard() {
    lab.say("!subscribe pond");
    String v1 = twoPatches();
    lab.pass(CardLab.QUIET);
    patch("[PATCH v2] pond: weed", v1);
    lab.pass(CardLab.QUIET);
    String other = patch("[PATCH v3] lake: fish", "");
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(2)).startsWith("v2 of");

    lab.say("!link <" + other + "> tidy");
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(2)).contains("Superseded by v3");

    lab.say("!unlink <" + other + ">");
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(2)).startsWith("v2 of").doesNotContain("Superseded");
  }

  @Test
  void belowACardACommandThatNamesNoSeriesMeansThatOfTheCard() {
    lab.say("!subscribe pond");
    twoPatches();
    lab.pass(CardLab.QUIET);
    patch("[PATCH] lake: fish", "");
    lab.pass(CardLab.QUIET);
    assertThat(lab.card(1)).startsWith("v1 of pond: tidy up");

    assertThat(lab.sayBelow(1, "!why")).startsWith("#2 pond: tidy up");
    assertThat(lab.sayBelow(2, "!follow")).contains("lake: fish");
    assertThat(lab.sayBelow(1, "!why fish")).startsWith("#3 lake: fish");
  }

  @Test
  void theOldestCardsAreForgottenWhenThereAreTooMany() {
    Cards cards = new Cards(Duration.ofMinutes(1));
    for (int i = 0; i <= Cards.MAX; i++) {
      cards.put(card("p" + i));
    }
    assertThat(cards.all()).hasSize(Cards.MAX);
    assertThat(cards.find(new PostId("p0"))).isEmpty();
    assertThat(cards.find(new PostId("p1"))).isPresent();
  }

  private static Card card(String post) {
    return Card.blank(new PostId(post), "room", List.of(), "").named(post);
  }

  /** What a room shows after all that can happen to a series: read cards.md. */
  @Test
  void theRoomReadsWell() {
    String v1 = twoPatches();
    lab.say("!follow tidy");
    String v2 = lab.mail("[PATCH v2 0/2] pond: tidy up", v1, "Changes in v2:\n- less\n");
    patch("[PATCH v2 1/2] pond: weed", v2);
    lab.pass(CardLab.QUIET);
    String text = "# v2 came but for one patch\n\n" + lab.shown();
    patch("[PATCH v2 2/2] pond: dig", v2);
    lab.answer("Bea <bea@birch.example>", v2, "Reviewed-by: Bea <bea@birch.example>\n");
    lab.pass(CardLab.QUIET);
    text += "# the patch and a review came\n\n" + lab.shown();
    String v3 = lab.mail("[PATCH v3 0/1] pond: tidy up", v1, "Changes in v3:\n- squashed\n");
    patch("[PATCH v3 1/1] pond: weed", v3);
    lab.answer("Cleo <cleo@cedar.example>", v3, "Applied to pond-next, thanks!\n");
    lab.pass(CardLab.QUIET);
    text += "# v3 came and was applied\n\n" + lab.shown();
    Golden.besides(CardKeeperTest.class).check("cards.md", text);
  }

  private static List<String> titles(int count) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      titles.add("pond: weed " + i);
    }
    return titles;
  }

  private String twoPatches() {
    String cover = lab.mail("[PATCH 0/2] pond: tidy up", "", "So.\n");
    patch("[PATCH 1/2] pond: weed", cover);
    patch("[PATCH 2/2] pond: dig", cover);
    return cover;
  }

  private String patch(String subject, String parent) {
    return lab.mail(subject, parent, diff(subject.substring(subject.indexOf(']') + 2)));
  }

  private void patches(String prefix, List<String> titles) {
    lab.mails(
        CardLab.ANN,
        titles.stream().map(title -> prefix + title).toList(),
        "",
        "So.\n---\n 1 file changed\n");
  }

  private static String diff(String line) {
    return """
    So.

    Signed-off-by: Ann Alder <ann@alder.example>
    ---
    diff --git a/pond.c b/pond.c
    --- a/pond.c
    +++ b/pond.c
    @@ -1 +1,2 @@
     a
    +%s();
    """
        .formatted(line.replaceAll("\\W+", "_"));
  }
}
