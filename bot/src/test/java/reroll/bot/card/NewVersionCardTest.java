package reroll.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.bot.command.Call;
import reroll.bot.command.ListInfo;
import reroll.bot.digest.Calendar;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.follow.Audience;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedules;
import reroll.bot.series.PondList;
import reroll.golden.Golden;
import reroll.templates.Templates;
import reroll.templates.card.NewVersionView;

class NewVersionCardTest {
  private final PondList pond = new PondList();

  @Test
  void everyPatchSaysWhatBecameOfIt() {
    String v1 = cover("[PATCH 0/4] pond: tidy up", "");
    patch(v1, "[PATCH 1/4] pond: weed", "weed", "");
    patch(v1, "[PATCH 2/4] pond: dig", "dig", "");
    patch(v1, "[PATCH 3/4] pond: fill", "fill", "");
    patch(v1, "[PATCH 4/4] pond: drain", "drain", "");
    String v2 = cover("[PATCH v2 0/4] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/4] pond: fence", "fence", "");
    patch(v2, "[PATCH v2 2/4] pond: weed", "weed", "");
    patch(v2, "[PATCH v2 3/4] pond: dig", "dig deeper", "");
    patch(v2, "[PATCH v2 4/4] pond: fill with water", "fill", "");

    assertThat(changes(v2))
        .containsExactly(
            "1/4 pond: fence: new",
            "2/4 pond: weed: unchanged",
            "3/4 pond: dig: changed",
            "4/4 pond: fill with water: unchanged, was “pond: fill”",
            "pond: drain: dropped, was 4/4");
  }

  @Test
  void whatIsMissingOfTheVersionBeforeIsNotCalledNew() {
    String v1 = cover("[PATCH 0/2] pond: tidy up", "");
    patch(v1, "[PATCH 1/2] pond: weed", "weed", "");
    String v2 = cover("[PATCH v2 0/2] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/2] pond: weed", "weed", "");
    patch(v2, "[PATCH v2 2/2] pond: dig", "dig", "");

    assertThat(changes(v2)).containsExactly("1/2 pond: weed: unchanged", "2/2 pond: dig: ");
  }

  @Test
  void againstAVersionThatWasSilentForYearsNothingIsSaidOfPatches() {
    String v1 = cover("[PATCH 0/2] pond: tidy up", "");
    patch(v1, "[PATCH 1/2] pond: weed", "weed", "");
    patch(v1, "[PATCH 2/2] pond: fill", "fill", "");
    pond.shrink(v1);
    String v2 = cover("[PATCH v2 0/2] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/2] pond: weed", "weed", "");
    patch(v2, "[PATCH v2 2/2] pond: dig", "dig", "");

    assertThat(changes(v2)).containsExactly("1/2 pond: weed: ", "2/2 pond: dig: ");
    assertThat(card(v2).reviews())
        .startsWith("What changed since v1 is no longer kept, !diff reads it again");
  }

  @Test
  void whatHasNotArrivedIsNotCalledDropped() {
    String v1 = cover("[PATCH 0/2] pond: tidy up", "");
    patch(v1, "[PATCH 1/2] pond: weed", "weed", "");
    patch(v1, "[PATCH 2/2] pond: dig", "dig", "");
    String v2 = cover("[PATCH v2 0/2] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/2] pond: weed", "weed", "");

    assertThat(changes(v2)).containsExactly("1/2 pond: weed: unchanged");
  }

  @Test
  void aPartialRerollIsComparedWithTheWholeAndDropsNothing() {
    String v1 = cover("[PATCH 0/2] pond: tidy up", "");
    patch(v1, "[PATCH 1/2] pond: weed", "weed", "");
    String second = patch(v1, "[PATCH 2/2] pond: dig", "dig", "");
    String partial = patch(second, "[PATCH v2 2/2] pond: dig", "dig deeper", "");
    String v3 = cover("[PATCH v3 0/2] pond: tidy up", "");
    patch(v3, "[PATCH v3 1/2] pond: weed", "weed", "");
    patch(v3, "[PATCH v3 2/2] pond: dig", "dig deeper", "");

    assertThat(changes(partial)).containsExactly("2/2 pond: dig: changed");
    assertThat(card(v3).patches()).map(NewVersionView.Patch::change).doesNotContain("new");
  }

  @Test
  void ofASinglePatchTheTitleIsNotRepeated() {
    patch("", "[PATCH] pond: weed", "weed", "");
    String v2 = patch("", "[PATCH v2] pond: weed", "weed", "");

    assertThat(changes(v2)).containsExactly("the patch: unchanged");
  }

  @Test
  void reviewsAreSaidToBeCarriedOverGainedAndLost() {
    String v1 = cover("[PATCH 0/3] pond: tidy up", "");
    patch(v1, "[PATCH 1/3] pond: weed", "weed", "Reviewed-by: Bea Birch <b@x.example>");
    patch(v1, "[PATCH 2/3] pond: dig", "dig", "Tested-by: Cleo Cedar <c@x.example>");
    patch(v1, "[PATCH 3/3] pond: fill", "fill", "");
    answer(v1, "Dee Dogwood <d@x.example>", "Acked-by: Dee Dogwood <d@x.example>");
    String v2 = cover("[PATCH v2 0/3] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/3] pond: weed", "weed", "Reviewed-By: Bea Birch <b@x.example>");
    patch(v2, "[PATCH v2 2/3] pond: dig", "deep", "Acked-by: Eve Elm <e@x.example>");
    patch(v2, "[PATCH v2 3/3] pond: fill", "fill", "Tested-by: Cleo Cedar <c@x.example>");

    assertThat(card(v2).reviews())
        .containsExactly(
            "Carried over: Reviewed-by Bea Birch (1/3)",
            "Gained: Acked-by Eve Elm (2/3), Tested-by Cleo Cedar (3/3)",
            "Lost: Tested-by Cleo Cedar (2/3)",
            "Answered v1 with a review and not named here: Dee Dogwood",
            "No review yet: 3/3");
  }

  /** The wrong-version guard: who reviews v1 when v2 is out is told of it. */
  @Test
  void aReviewThatCameToTheVersionBeforeTooLateIsNoted() {
    String v1 = patch("", "[PATCH] pond: weed", "weed", "");
    String v2 = patch("", "[PATCH v2] pond: weed", "weeds", "");
    answer(v1, "Dee Dogwood <d@x.example>", "Acked-by: Dee Dogwood <d@x.example>");

    assertThat(card(v2).reviews()).contains("Acked-by Dee Dogwood came to v1 when v2 was out");
  }

  @Test
  void aReviewOfTheCoverIsOneOfEveryPatch() {
    String v1 = cover("[PATCH 0/1] pond: tidy up", "");
    patch(v1, "[PATCH 1/1] pond: weed", "weed", "");
    String v2 = cover("[PATCH v2 0/1] pond: tidy up", "Reviewed-by: Bea Birch <b@x.example>");
    patch(v2, "[PATCH v2 1/1] pond: weed", "weed", "");

    assertThat(card(v2).reviews()).containsExactly("It has a review");
  }

  @Test
  void aRevisionThatFollowsNothingKnownHasNoChanges() {
    String v2 = cover("[PATCH v2 0/2] pond: tidy up", "");
    patch(v2, "[PATCH v2 1/2] pond: weed", "weed", "");
    patch(v2, "[PATCH v2 2/2] pond: dig", "dig", "");

    assertThat(changes(v2)).containsExactly("1/2 pond: weed: ", "2/2 pond: dig: ");
    assertThat(card(v2).before() + card(v2).reviews()).isEqualTo("[]");
  }

  @Test
  void aPullRequestIsShownAsOneWithWhatBecameOfIt() {
    String stat =
        "Please pull.\n\nNot the fish.\n\n a.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n";
    pond.mail("Ann Alder <ann@alder.example>", "[GIT PULL] pond for 7.1", "", stat);
    String v2 = pond.mail("Ann Alder <ann@alder.example>", "[GIT PULL v2] pond for 7.1", "", stat);
    answer(v2, "pr-tracker-bot@kernel.org", "has been merged into pond/lake.git:\n");
    NewVersionView card = card(v2);

    assertThat(card.patchCount() + ", " + card.size()).isEqualTo("pull request, 1 file +1 −1");
    assertThat(card.before()).isEqualTo("v1");
    assertThat(card.patches()).isEmpty();
    assertThat(card.reviews()).isEmpty();
    assertThat(card.state()).isEqualTo("merged");
    assertThat(card.grounds()).contains("merged it into pond/lake.git on 2 Mar 2026");
  }

  @Test
  void theWholeCardReadsWell() {
    String v1 = cover("[PATCH 0/2] pond: tidy up", "");
    patch(v1, "[PATCH 1/2] pond: weed", "weed", "");
    patch(v1, "[PATCH 2/2] pond: dig", "dig", "");
    answer(v1, "Bea Birch <b@x.example>", "Reviewed-by: Bea Birch <b@x.example>");
    String v2 = cover("[PATCH v2 0/2] pond: tidy up", "Changes in v2:\n- dig deeper (Bea)\n");
    patch(v2, "[PATCH v2 1/2] pond: weed", "weed", "Reviewed-by: Bea Birch <b@x.example>");
    patch(v2, "[PATCH v2 2/2] pond: dig", "deep", "");

    Golden.besides(NewVersionCardTest.class)
        .check("new-version.md", new Templates().richText(card(v2)).markdown());
  }

  /** A09: a cover of a megabyte, a changelog of 2,000 lines, and words that chats obey. */
  @Test
  void aHostileCoverMakesNoLongCardAndNoMarkup() {
    String orders = "- @room <!channel> **b** ``` \u202Etxet [x](http://evil.example)\n";
    cover("[PATCH] pond: tidy up", "");
    String v2 =
        cover("[PATCH v2] pond: tidy up", "v2:\n" + orders.repeat(2_000) + "x ".repeat(500_000));

    String card = new Templates().richText(card(v2)).markdown();
    assertThat(card).hasSizeLessThan(12_000).doesNotContain("\u202E");
    assertThat(card.lines().filter(line -> line.matches("`{3,}")))
        .as("the fence that makes it text")
        .containsExactly("````", "````");
  }

  private List<String> changes(String id) {
    return card(id).patches().stream().map(p -> p.title() + ": " + p.change()).toList();
  }

  private NewVersionView card(String id) {
    ListInfo list = new ListInfo("pond", "", Optional.of("https://lists.example/pond/"));
    FilterParser filters = new FilterParser(Vocabulary.EMPTY);
    Call.Knowledge known =
        new Call.Knowledge(
            List.of(list),
            List.of(),
            List.of(),
            List.of(),
            pond.tracker(),
            Audience.empty(filters),
            filters,
            Roles.UNNAMED,
            new Schedules(List.of()),
            0,
            0,
            Calendar.of(ZoneOffset.UTC));
    return NewVersionCard.of(pond.revision(id), "followed here by Bea", known);
  }

  private String cover(String subject, String text) {
    return pond.mail("Ann Alder <ann@alder.example>", subject, "", "Hello.\n\n" + text + "\n");
  }

  private void answer(String parent, String from, String text) {
    pond.mail(from, "Re: pond", parent, text);
  }

  /** A patch that adds four lines made of the last word of {@code lines}. */
  private String patch(String parent, String subject, String lines, String trailer) {
    StringBuilder text = new StringBuilder("So.\n\n");
    text.append(trailer.isEmpty() ? "" : trailer + "\n");
    text.append("Signed-off-by: Ann Alder <ann@alder.example>\n---\n");
    text.append("diff --git a/pond.c b/pond.c\n--- a/pond.c\n+++ b/pond.c\n@@ -1 +1,5 @@\n a\n");
    for (int i = 0; i < 4; i++) {
      text.append("+\t").append(lines.replace(' ', '_')).append('_').append(i).append("();\n");
    }
    return pond.mail("Ann Alder <ann@alder.example>", subject, parent, text.toString());
  }
}
