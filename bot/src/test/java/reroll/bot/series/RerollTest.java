package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which revision follows which, and why. */
class RerollTest {
  private final ListLab list = new ListLab();

  @Test
  void theSameTitleByTheSameAuthorIsAReroll() {
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    String second = list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    assertThat(list.series()).containsExactly("#1 v1(2/2) v2(2/2) lamp: dim");
    assertThat(list.evidence(second)).contains("title", "patch-titles", "author");
  }

  @Test
  @DisplayName("L01: the same change-id links whatever the title says")
  void aChangeIdLinks() {
    list.mail("[PATCH] lamp: dim").notes("change-id: 20260101-lamp-123456789abc").send();
    list.pass(7);
    String second =
        list.mail("[PATCH v2] light: all new")
            .touching("other.c")
            .notes("change-id: 20260101-lamp-123456789abc")
            .send();
    assertThat(list.series()).containsExactly("#1 v1(1/1) v2(1/1) light: all new");
    assertThat(list.evidence(second)).contains("change-id");
    assertThat(list.revisionOf(second).link().orElseThrow().isStated()).isTrue();
  }

  @Test
  @DisplayName("L02: the change-id of a prerequisite links nothing")
  void aPrerequisiteIsAnotherSeries() {
    list.mail("[PATCH] lamp: dim").notes("change-id: 20260101-lamp-123456789abc").send();
    list.mail("[PATCH] buoy: float")
        .touching("buoy.c")
        .notes("prerequisite-change-id: 20260101-lamp-123456789abc:v1")
        .send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L03: two change-ids do not forbid what all else says")
  void differentChangeIdsOfTheSameWorkAreLinked() {
    String notes = "change-id: 20260101-lamp-%s";
    list.mail("[PATCH] lamp: dim at night").notes(String.format(notes, "123456789abc")).send();
    list.pass(7);
    list.mail("[PATCH v2] lamp: dim at night").notes(String.format(notes, "aaaaaaaaaaaa")).send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("L05: a renamed series is found by its patches")
  void aRenamedSeriesIsFoundByItsPatches() {
    list.series("PATCH", "lamp: dim", "lamp: read level", "lamp: write level");
    list.pass(7);
    String second =
        list.series("PATCH v2", "light: fade slowly", "lamp: read level", "lamp: write level");
    assertThat(list.series()).containsExactly("#1 v1(2/2) v2(2/2) light: fade slowly");
    assertThat(list.evidence(second)).contains("patch-titles").doesNotContain("title");
  }

  @Test
  @DisplayName("L06: a series that another author takes over")
  void aSeriesThatIsTakenOverGoesOn() {
    String first = list.series("PATCH", "lamp: dim", "lamp: read level", "lamp: write level");
    list.pass(7);
    String cover =
        list.mail("[PATCH v2 0/2] lamp: dim").by(ListLab.BOB).answering(first).text("Mine.").send();
    list.mail("[PATCH v2 1/2] lamp: read level")
        .by(ListLab.BOB)
        .answering(cover)
        .touching("lampreadlevel.c")
        .send();
    list.mail("[PATCH v2 2/2] lamp: write level")
        .by(ListLab.BOB)
        .answering(cover)
        .touching("lampwritelevel.c")
        .send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("L07: the number of patches is no identity")
  void theCountMayChange() {
    list.patch("[PATCH] lamp: dim");
    list.pass(7);
    list.series("PATCH v2", "lamp: dim", "lamp: dim", "lamp: document");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("L08: a version may be left out")
  void aVersionMayBeSkipped() {
    list.patch("[PATCH] lamp: dim the light");
    list.pass(30);
    list.patch("[PATCH v6] lamp: dim the light");
    assertThat(list.series()).containsExactly("#1 v1(1/1) v6(1/1) lamp: dim the light");
  }

  @Test
  @DisplayName("L09: half a year lies between two versions")
  void twoVersionsMayBeFarApart() {
    list.patch("[PATCH] lamp: dim the light");
    list.pass(180);
    list.patch("[PATCH v2] lamp: dim the light");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("L10: v2 arrives before v1")
  void theLatestIsTheHighestVersion() {
    list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.tracker.find(1).orElseThrow().latest().label()).isEqualTo("v2");
  }

  @Test
  @DisplayName("L11: a repost without a version is the same series")
  void aRepostIsTheSameSeries() {
    list.patch("[PATCH] lamp: dim the light at night");
    list.pass(14);
    list.patch("[PATCH] lamp: dim the light at night");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("S20: a resend is another posting of the same version")
  void aResendIsTheSameVersion() {
    list.patch("[PATCH v3] lamp: dim the light");
    list.pass(14);
    String again = list.patch("[PATCH RESEND v3] lamp: dim the light");
    assertThat(list.series()).containsExactly("#1 v3(1/1) v3(1/1) lamp: dim the light");
    assertThat(list.revisionOf(again).isResent()).isTrue();
  }

  @Test
  @DisplayName("S21: an RFC becomes a patch and counts anew")
  void anRfcBecomesAPatch() {
    list.series("RFC PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(14);
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    assertThat(list.series()).containsExactly("#1 RFC v2(2/2) v1(2/2) lamp: dim");
    assertThat(list.tracker.find(1).orElseThrow().latest().label()).isEqualTo("v1");
  }

  @Test
  @DisplayName("L12: generic titles by different people stay apart")
  void aGenericTitleIsNoIdentity() {
    list.mail("[PATCH] Fix typo").touching("a.c").send();
    list.mail("[PATCH v2] Fix typo").by(ListLab.BOB).touching("b.c").changing(7).send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L13: the weekly fixes of one maintainer are not versions of each other")
  void periodicSeriesStayApart() {
    list.series("PATCH", "lamp fixes", "lamp: fix alpha", "lamp: fix beta");
    list.pass(7);
    list.series("PATCH", "lamp fixes", "lamp: fix gamma", "lamp: fix delta");
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L14: backports to two trees are two series")
  void backportsStayApart() {
    list.series("PATCH 6.6 v2", "lamp: fix", "lamp: fix alpha", "lamp: fix beta");
    list.series("PATCH 6.1 v2", "lamp: fix", "lamp: fix alpha", "lamp: fix beta");
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L14: what is counted anew for a kernel release is no version of the original")
  void aBackportIsNoVersionOfWhatItWasMadeFrom() {
    list.series("PATCH v3", "lamp: fix the glow", "lamp: fix alpha", "lamp: fix beta");
    list.pass(9);
    list.series("PATCH 6.1", "lamp: fix the glow", "lamp: fix alpha", "lamp: fix beta");
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L15: some patches anew, as answers to those of the version before")
  void aPartialRerollIsALaterRevision() {
    String cover = list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write", "lamp: x");
    String second = list.revisionOf(cover).patches().get(1).id().value();
    String anew =
        list.mail("[PATCH v3 2/3] lamp: write").answering(second).touching("lampwrite.c").send();
    assertThat(list.series()).containsExactly("#1 v2(3/3) v3(1/3) lamp: dim");
    assertThat(list.revisionOf(anew).isPartial()).isTrue();
  }

  @Test
  @DisplayName("L15: a later full version takes the place of the partial one")
  void aFullVersionFollowsThePartialOne() {
    String cover = list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    String second = list.revisionOf(cover).patches().get(1).id().value();
    list.mail("[PATCH v3 2/2] lamp: write").answering(second).touching("lampwrite.c").send();
    list.pass(7);
    list.series("PATCH v4", "lamp: dim", "lamp: read", "lamp: write");
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.tracker.find(1).orElseThrow().latest().label()).isEqualTo("v4");
  }

  @Test
  @DisplayName("L16: what an author takes back is withdrawn, and only by the author")
  void anAuthorMayWithdraw() {
    String patch = list.patch("[PATCH] lamp: dim");
    list.mail("Re: [PATCH] lamp: dim").by(ListLab.BOB).answering(patch).text("NAK").send();
    assertThat(list.revisionOf(patch).reception().withdrawn()).isEmpty();
    list.mail("Re: [PATCH] lamp: dim")
        .answering(patch)
        .text("Please ignore this patch, I will resend.")
        .send();
    assertThat(list.revisionOf(patch).reception().withdrawn()).isPresent();
  }

  @Test
  @DisplayName("L17: a link in the notes says what the version before is")
  void aLinkInTheNotesLinks() {
    list.mail("[PATCH] lamp: dim").id("20260301-1-ann@example.org").touching("a.c").send();
    list.pass(7);
    String second =
        list.mail("[PATCH v2] light: something else")
            .touching("b.c")
            .changing(3)
            .notes(
                "Changes in v2:\n- all new\n"
                    + "- Link to v1: https://lore.kernel.org/r/20260301-1-ann@example.org")
            .send();
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.evidence(second)).contains("link");
  }

  @Test
  @DisplayName("L17: a link to a mail that arrives later links when it does")
  void aLinkWaitsForItsTarget() {
    list.mail("[PATCH v2] light: something else")
        .touching("b.c")
        .changing(3)
        .notes("Link to v1: https://lore.kernel.org/r/20260301-1-ann@example.org")
        .send();
    list.mail("[PATCH] lamp: dim").id("20260301-1-ann@example.org").touching("a.c").send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  @DisplayName("G10: a new version posted as an answer to the old cover")
  void aNewVersionBelowTheOldCoverIsItsOwnRevision() {
    String first = list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    String second = list.mail("[PATCH v2 0/2] lamp: dim").answering(first).text("Hi.").send();
    list.mail("[PATCH v2 1/2] lamp: read").answering(second).touching("lampread.c").send();
    list.mail("[PATCH v2 2/2] lamp: write").answering(second).touching("lampwrite.c").send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) v2(2/2) lamp: dim");
    assertThat(list.evidence(second)).contains("thread");
  }

  @Test
  @DisplayName("L19: the number of a series that joined another still names it")
  void numbersSurviveAMerge() {
    list.mail("[PATCH] lamp: dim").id("a@x").touching("a.c").send();
    list.mail("[PATCH v3] light: else").id("c@x").touching("b.c").changing(3).send();
    assertThat(list.tracker.series()).hasSize(2);
    list.mail("[PATCH v4] light: else")
        .touching("b.c")
        .changing(3)
        .notes("v1: https://lore.kernel.org/r/a@x\nv3: https://lore.kernel.org/r/c@x")
        .send();
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.tracker.find(2)).isEqualTo(list.tracker.find(1));
  }
}
