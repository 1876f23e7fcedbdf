package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rarer ways in which one version follows another, each as people did it. */
class RerollRowsTest {
  private static final String CHANGE_ID = "change-id: 20260101-lamp-123456789abc";

  private final ListLab list = new ListLab();

  private Series only() {
    assertThat(list.tracker.series()).hasSize(1);
    return list.tracker.series().iterator().next();
  }

  private String versionWithChangeId(String prefix, String title, String... patches) {
    String cover =
        list.mail("[" + prefix + " 0/" + patches.length + "] " + title).text(CHANGE_ID).send();
    for (int i = 0; i < patches.length; i++) {
      list.mail("[" + prefix + " " + (i + 1) + "/" + patches.length + "] " + patches[i])
          .answering(cover)
          .touching(patches[i].replaceAll("\\W", "") + ".c")
          .send();
    }
    return cover;
  }

  @Test
  @DisplayName("G10: v4 posted as an answer to v1 follows v3")
  void aVersionInAnOldThreadFollowsTheNewestBeforeIt() {
    String first = list.series("PATCH", "lamp: dim at night", "lamp: read");
    list.series("PATCH v2", "lamp: dim at night", "lamp: read");
    String third = list.series("PATCH v3", "lamp: dim at night", "lamp: read");
    String fourth =
        list.mail("[PATCH v4 0/1] lamp: dim at night").answering(first).text("Hi.").send();
    list.mail("[PATCH v4 1/1] lamp: read").answering(fourth).touching("lampread.c").send();
    assertThat(only().revisions()).hasSize(4);
    assertThat(list.revisionOf(fourth).link().orElseThrow().to()).isSameAs(list.revisionOf(third));
    assertThat(list.evidence(fourth)).contains("thread", "title");
  }

  @Test
  @DisplayName("L01: v4 0/2, then v4 0/1 with the same change-id: the newer one is shown")
  void aVersionPostedAnewIsShownAsItIsNow() {
    versionWithChangeId("PATCH v3", "lamp: dim", "one", "two");
    list.pass(7);
    versionWithChangeId("PATCH v4", "lamp: dim", "one", "two");
    list.pass(14);
    String again = versionWithChangeId("PATCH v4", "lamp: dim", "three");
    assertThat(list.series()).containsExactly("#1 v3(2/2) v4(2/2) v4(1/1) lamp: dim");
    assertThat(only().latest()).isSameAs(list.revisionOf(again));
  }

  @Test
  @DisplayName("L02: a change-id that is quoted, or named in a changelog, links nothing")
  void aChangeIdThatIsOnlyMentionedLinksNothing() {
    String first = list.mail("[PATCH] lamp: dim").notes(CHANGE_ID).send();
    list.mail("Re: [PATCH] lamp: dim")
        .answering(first)
        .by(ListLab.BOB)
        .text("> " + CHANGE_ID)
        .send();
    list.mail("[PATCH v2] buoy: float")
        .touching("buoy.c")
        .notes("> " + CHANGE_ID + "\nChanges in v2:\n- rebased on " + CHANGE_ID)
        .send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L04: both halves of a series that was split follow the version before")
  void bothHalvesOfASplitFollowTheWhole() {
    String whole = versionWithChangeId("PATCH v6", "lamp: dim and test", "dim", "test");
    list.pass(7);
    String left = versionWithChangeId("PATCH v7", "lamp: dim", "dim");
    list.pass(1);
    String right = versionWithChangeId("PATCH v7", "lamp: test", "test");
    assertThat(only().revisions()).hasSize(3);
    assertThat(list.revisionOf(left).link().orElseThrow().to()).isSameAs(list.revisionOf(whole));
    assertThat(list.evidence(right)).contains("change-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Ox via B4 Relay <devnull+ann.example.org@kernel.org>",
        "Ann Ox <ann@new-job.example.com>",
        "ann <ann@example.org>"
      })
  @DisplayName("L06: a relay, a new job, a new name at the old address")
  void thePersonStaysTheSame(String sender) {
    list.patch("[PATCH] lamp: dim the light at night");
    list.pass(7);
    list.mail("[PATCH v2] lamp: dim the light at night").by(sender).send();
    assertThat(only().revisions()).extracting(Revision::label).containsExactly("v1", "v2");
  }

  @Test
  @DisplayName("L07: a series becomes a single patch")
  void aSeriesMayBecomeASinglePatch() {
    list.series("PATCH", "lamp: dim and document", "lamp: dim the light", "lamp: document it");
    list.pass(7);
    list.mail("[PATCH v2] lamp: dim the light").touching("lampdimthelight.c").send();
    assertThat(only().revisions()).hasSize(2);
  }

  @Test
  @DisplayName("L07: of a series that is split in two one part goes on, as far as one can see")
  void onePartOfASplitSeriesGoesOn() {
    list.series("PATCH", "lamp: all", "lamp: read a", "lamp: read b", "lamp: put c", "lamp: put d");
    list.pass(7);
    String left = list.series("PATCH v2", "lamp: reading", "lamp: read a", "lamp: read b");
    String right = list.series("PATCH v2", "lamp: putting", "lamp: put c", "lamp: put d");
    assertThat(list.evidence(left)).contains("patch-titles");
    assertThat(list.revisionOf(left).series()).isSameAs(list.tracker.find(1).orElseThrow());
    assertThat(list.revisionOf(right).link()).isEmpty();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L07: of two series that are merged into one, one goes on")
  void aMergedSeriesFollowsOneOfTheTwo() {
    list.series("PATCH", "lamp: reading", "lamp: read a", "lamp: read b", "lamp: read c");
    list.series("PATCH", "buoy: floating", "buoy: float d");
    list.pass(7);
    list.series(
        "PATCH v2",
        "lamp and buoy",
        "lamp: read a",
        "lamp: read b",
        "lamp: read c",
        "buoy: float d");
    assertThat(list.series())
        .containsExactly("#1 v1(3/3) v2(4/4) lamp and buoy", "#2 v1(1/1) buoy: floating");
  }

  @Test
  @DisplayName("L09: after more than three years only the author's word links")
  void longGapsNeedAStatement() {
    list.patch("[PATCH] lamp: dim the light at night");
    list.pass(1_200);
    list.patch("[PATCH v2] lamp: dim the light at night");
    assertThat(list.tracker.series()).hasSize(2);
    list.mail("[PATCH] buoy: float").id("buoy@x").touching("buoy.c").send();
    list.pass(1_200);
    String later =
        list.mail("[PATCH v2] buoy: float")
            .touching("buoy.c")
            .notes("v1: https://lore.kernel.org/r/buoy@x")
            .send();
    assertThat(list.evidence(later)).contains("link");
  }

  @Test
  @DisplayName("L10: an author who starts again at v1 has a new latest version")
  void aRestartIsTheLatest() {
    list.series("PATCH v3", "lamp: dim the light", "lamp: read", "lamp: write");
    list.pass(60);
    String again = list.series("PATCH", "lamp: dim the light", "lamp: read", "lamp: write");
    assertThat(only().latest()).isSameAs(list.revisionOf(again));
  }

  @Test
  @DisplayName("L10: RFC v2, then a patch that counts anew, then v2")
  void anRfcThatCountsAnewIsOneSeries() {
    list.series("RFC PATCH v2", "lamp: dim the light", "lamp: read", "lamp: write");
    list.pass(20);
    list.series("PATCH", "lamp: dim the light", "lamp: read", "lamp: write");
    list.pass(20);
    list.series("PATCH v2", "lamp: dim the light", "lamp: read", "lamp: write");
    assertThat(list.series()).containsExactly("#1 RFC v2(2/2) v1(2/2) v2(2/2) lamp: dim the light");
    assertThat(only().latest().label()).isEqualTo("v2");
  }

  @Test
  @DisplayName("L11: sent twice in an hour")
  void aDoubleIsOneSeries() {
    list.mail("[PATCH] lamp: dim the light at night").touching("a.c").send();
    list.pass(Duration.ofMinutes(5));
    String second = list.mail("[PATCH] lamp: dim the light at night").touching("a.c").send();
    assertThat(list.series()).containsExactly("#1 v1(1/1) v1(1/1) lamp: dim the light at night");
    assertThat(only().latest()).isSameAs(list.revisionOf(second));
  }

  @Test
  @DisplayName("L12: one author, one generic title, two works")
  void aGenericTitleNeedsMoreThanItsAuthor() {
    list.series("PATCH", "misc fixes", "lamp: fix alpha");
    list.pass(30);
    list.series("PATCH v2", "misc fixes", "buoy: fix beta");
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L14: a backport to one tree goes on in that tree")
  void eachBackportHasItsOwnVersions() {
    for (String version : new String[] {"", " v2"}) {
      for (String tree : new String[] {"6.6", "6.1"}) {
        list.series("PATCH " + tree + version, "lamp: fix the glow", "lamp: fix alpha");
      }
      list.pass(2);
    }
    assertThat(list.series())
        .containsExactlyInAnyOrder(
            "#1 v1(1/1) v2(1/1) lamp: fix the glow", "#2 v1(1/1) v2(1/1) lamp: fix the glow");
  }

  @Test
  @DisplayName("L15: v3 4/8 below v2 4/8 leaves the others as they were")
  void aPartialRerollInheritsTheOtherPatches() {
    String cover = list.series("PATCH v2", "lamp: dim", "lamp: a", "lamp: b", "lamp: c");
    String old = list.revisionOf(cover).patches().get(1).id().value();
    String anew = list.mail("[PATCH v3 2/3] lamp: b").answering(old).touching("lampb.c").send();
    assertThat(Overlay.of(list.revisionOf(anew)))
        .extracting(patch -> patch.mail().version() + " " + patch.mail().subject().title())
        .containsExactly("v2 lamp: a", "v3 lamp: b", "v2 lamp: c");
    assertThat(Overlay.of(list.revisionOf(cover))).hasSize(3);
  }

  @Test
  @DisplayName("L15: a full version of the same number takes the place of the partial one")
  void aFullVersionReplacesThePartialOne() {
    String cover = list.series("PATCH v2", "lamp: dim it", "lamp: a", "lamp: b", "lamp: c");
    String old = list.revisionOf(cover).patches().get(1).id().value();
    list.mail("[PATCH v3 2/3] lamp: b").answering(old).touching("lampb.c").send();
    list.pass(7);
    String full = list.series("PATCH v3", "lamp: dim it", "lamp: a", "lamp: b", "lamp: c");
    assertThat(only().latest()).isSameAs(list.revisionOf(full));
    assertThat(Overlay.of(list.revisionOf(full))).hasSize(3);
  }

  @Test
  @DisplayName("L15: v2 01/12 below an unversioned 01/12, two patches by two mails")
  void patchesOfOnePartialRerollAreOneRevision() {
    String cover = list.series("PATCH", "lamp: dim", "lamp: a", "lamp: b", "lamp: c");
    for (int i : new int[] {1, 3}) {
      TrackedMail old = list.revisionOf(cover).patches().get(i - 1);
      list.mail("[PATCH v2 " + i + "/3] " + old.mail().subject().title())
          .answering(old.id().value())
          .touching("lamp" + i + ".c")
          .send();
    }
    assertThat(list.series()).containsExactly("#1 v1(3/3) v2(2/3) lamp: dim");
  }

  @Test
  @DisplayName("L16: what supersedes is linked, what it is based on is not")
  void supersedesLinksAndBasedOnDoesNot() {
    list.mail("[PATCH] lamp: dim the light").id("lamp@x").touching("a.c").send();
    list.mail("[PATCH] buoy: float").id("buoy@x").touching("buoy.c").changing(9).send();
    list.pass(7);
    String second =
        list.mail("[PATCH v2] lamp: shine less")
            .touching("a.c")
            .notes("Based-on: <buoy@x>\nSupersedes: <lamp@x>")
            .send();
    assertThat(list.evidence(second)).contains("link");
    assertThat(list.revisionOf(second).series()).isSameAs(list.revisionOf("lamp@x").series());
    assertThat(list.tracker.series()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Link to v1: https://lore.kernel.org/r/one@x.org",
        "v1: https://lore.kernel.org/all/one@x.org/",
        "- v1: https://patch.msgid.link/one@x.org",
        "v1: https://lkml.kernel.org/r/one@x.org",
        "[v1] https://lore.kernel.org/linux-lamp/one%40x.org/",
        "Link to v1: https://lore.kernel.org/r/one@x.org\nv1: https://lore.kernel.org/r/one@x.org"
      })
  @DisplayName("L17: links as people write them; one link written twice is one evidence")
  void allFormsOfLinksLink(String notes) {
    list.mail("[PATCH] lamp: dim").id("one@x.org").touching("a.c").send();
    String second =
        list.mail("[PATCH v2] buoy: else").touching("b.c").changing(3).notes(notes).send();
    assertThat(list.evidence(second)).containsExactly("link");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Closes: https://lore.kernel.org/r/one@x.org",
        "Link: https://lore.kernel.org/r/one@x.org",
        "This needs https://lore.kernel.org/r/one@x.org first.",
        "Previous discussion: https://lore.kernel.org/r/one@x.org",
        "v7: https://lore.kernel.org/r/one@x.org"
      })
  @DisplayName("L17: a link to a bug report or to another series links nothing")
  void otherLinksLinkNothing(String notes) {
    list.mail("[PATCH] lamp: dim").id("one@x.org").touching("a.c").by(ListLab.BOB).send();
    list.mail("[PATCH v2] buoy: else").touching("b.c").changing(3).notes(notes).send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("L19: a number names its revision's series after that moved to another")
  void numbersSurviveASplit() {
    list.series("PATCH", "lamp: dim the red light at night", "lamp: red a", "lamp: red b");
    list.series("PATCH", "lamp: dim the light", "lamp: blue a", "lamp: blue b");
    list.pass(7);
    String cover = list.mail("[PATCH v2 0/2] lamp: dim the red light at dawn").send();
    assertThat(list.tracker.find(3)).isEqualTo(list.tracker.find(1));
    String[] titles = {"lamp: blue a", "lamp: blue b"};
    for (int i = 0; i < titles.length; i++) {
      list.mail("[PATCH v2 " + (i + 1) + "/2] " + titles[i])
          .answering(cover)
          .touching(titles[i].replaceAll("[^a-z]", "") + ".c")
          .send();
    }
    assertThat(list.tracker.find(3)).isEqualTo(list.tracker.find(2)).isPresent();
    assertThat(list.tracker.find(1).orElseThrow().aliases()).isEmpty();
    assertThat(list.tracker.find(2).orElseThrow().aliases()).containsExactly(3L);
  }
}
