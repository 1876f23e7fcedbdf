package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Person;

/** What a later look-up is to ask an archive for. */
class MissingTest {
  private final ListLab list = new ListLab();

  private List<Missing> missing(String id) {
    return list.tracker.missing(list.revisionOf(id));
  }

  @Test
  void nothingIsMissingOfAFirstVersionThatIsWhole() {
    assertThat(missing(list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write"))).isEmpty();
    assertThat(missing(list.patch("[PATCH] buoy: float"))).isEmpty();
  }

  @Test
  void nothingIsMissingOfARerollOfAKnownVersion() {
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    assertThat(missing(list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write")))
        .isEmpty();
  }

  @Test
  void theVersionsBeforeALaterOneAreMissingWithAllThatNamesThem() {
    String third =
        list.mail("[PATCH v3] lamp: dim")
            .notes(
                """
                Link to v1: https://lore.kernel.org/r/one@x.org
                Link to v2: https://lore.kernel.org/r/two@x.org
                change-id: 20260101-lamp-123456789abc""")
            .send();
    assertThat(missing(third))
        .containsExactly(
            new Missing.EarlierVersions(
                Optional.of("20260101-lamp-123456789abc"),
                "lamp: dim",
                new Person("Ann Ox", "ann@example.org"),
                List.of(new MessageId("one@x.org"), new MessageId("two@x.org"))));
  }

  @Test
  void aStatedMailThatIsHereIsNotMissing() {
    list.mail("[PATCH v2] lamp: dim").id("two@x.org").send();
    String third =
        list.mail("[PATCH v3] lamp: dim")
            .notes(
                "Link to v1: https://lore.kernel.org/r/one@x.org\n"
                    + "Link to v2: https://lore.kernel.org/r/two@x.org")
            .send();
    assertThat(missing(third))
        .singleElement()
        .isInstanceOfSatisfying(
            Missing.EarlierVersions.class,
            earlier -> assertThat(earlier.stated()).containsExactly(new MessageId("one@x.org")));
  }

  @Test
  @DisplayName("L08: a gap between versions is worth one question")
  void aGapBetweenVersionsIsMissing() {
    list.patch("[PATCH] lamp: dim the light");
    String sixth = list.patch("[PATCH v6] lamp: dim the light");
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(missing(sixth)).singleElement().isInstanceOf(Missing.EarlierVersions.class);
  }

  @Test
  void aResentVersionIsNoGap() {
    list.patch("[PATCH] lamp: dim the light");
    list.patch("[PATCH v2] lamp: dim the light");
    assertThat(missing(list.patch("[PATCH RESEND v2] lamp: dim the light"))).isEmpty();
  }

  @Test
  @DisplayName("G17: only some patches came to this list")
  void theRestOfAPostingIsAskedForByItsThread() {
    String third =
        list.mail("[PATCH 3/7] lamp: read").answering("cover@x.org").touching("a.c").send();
    assertThat(missing(third))
        .containsExactly(new Missing.RestOfPosting(new MessageId("cover@x.org"), true, 6));
  }

  @Test
  @DisplayName("G17: the cover alone came to this list")
  void patchesBelowACoverAreAskedForByTheCover() {
    String cover = list.mail("[PATCH 0/2] both").send();
    assertThat(missing(cover))
        .containsExactly(new Missing.RestOfPosting(new MessageId(cover), false, 2));
  }

  @Test
  @DisplayName("G03: a first patch that is the head has no cover to miss")
  void aPostingWithoutCoverMissesNone() {
    String first = list.mail("[PATCH 1/2] one").touching("a.c").send();
    list.mail("[PATCH 2/2] two").answering(first).touching("b.c").send();
    assertThat(missing(first)).isEmpty();
  }

  @Test
  @DisplayName("L15: the patches that a partial reroll leaves out are not missing")
  void aPartialRerollIsWhole() {
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    String cover = list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    String second = list.revisionOf(cover).patches().get(1).id().value();
    String anew =
        list.mail("[PATCH v3 2/2] lamp: write").answering(second).touching("lampwrite.c").send();
    assertThat(list.revisionOf(anew).isPartial()).isTrue();
    assertThat(missing(anew)).isEmpty();
  }

  @Test
  void bothMayBeMissing() {
    String second = list.mail("[PATCH v2 2/3] lamp: read").answering("cover@x.org").send();
    assertThat(missing(second))
        .extracting(missing -> missing.getClass().getSimpleName())
        .containsExactly("EarlierVersions", "RestOfPosting");
  }

  @Test
  void nobodyAsksForTheHistoryOfPullRequests() {
    assertThat(missing(list.patch("[GIT PULL v2] lamp fixes for 6.18"))).isEmpty();
  }

  @Test
  void aLookUpThatBringsItEndsTheQuestion() {
    String second = list.patch("[PATCH v2] lamp: dim the light");
    assertThat(missing(second)).isNotEmpty();
    list.pass(-7);
    list.patch("[PATCH] lamp: dim the light");
    assertThat(missing(second)).isEmpty();
    assertThat(list.series()).containsExactly("#1 v1(1/1) v2(1/1) lamp: dim the light");
  }
}
