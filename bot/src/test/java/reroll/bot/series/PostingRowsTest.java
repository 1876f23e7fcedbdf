package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rarer ways in which the mails of one posting come, each as people did it. */
class PostingRowsTest {
  private static final String RENAME =
      """
      Move it.

      Signed-off-by: Ann Ox <ann@example.org>
      ---
      diff --git a/old.c b/new.c
      similarity index 100%
      rename from old.c
      rename to new.c
      --\s
      2.50.1
      """;

  private final ListLab list = new ListLab();

  @Test
  @DisplayName("G03: no threading at all, and ids that say nothing")
  void patchesWithoutAThreadAreFoundBySenderVersionAndTime() {
    for (int i = 1; i <= 3; i++) {
      list.mail("[PATCH v2 " + i + "/3] part " + i).touching(i + ".c").send();
      list.pass(Duration.ofMinutes(5));
    }
    assertThat(list.series()).containsExactly("#1 v2(3/3) part 1");
  }

  @Test
  @DisplayName("G03: what comes an hour later without a thread is not of the same posting")
  void anUnthreadedPostingEnds() {
    list.mail("[PATCH 1/2] lamp: read").touching("a.c").send();
    list.pass(Duration.ofHours(1));
    list.mail("[PATCH 2/2] buoy: float").touching("b.c").send();
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(1/2) lamp: read", "#2 v1(1/2) buoy: float");
  }

  @Test
  @DisplayName("G04: two unthreaded postings of one minute for two trees")
  void unthreadedPostingsOfTwoTreesStayApart() {
    for (int i = 1; i <= 2; i++) {
      list.mail("[PATCH net " + i + "/2] net part " + i).touching("net" + i + ".c").send();
      list.mail("[PATCH bpf " + i + "/2] bpf part " + i).touching("bpf" + i + ".c").send();
    }
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(2/2) net part 1", "#2 v1(2/2) bpf part 1");
  }

  @Test
  @DisplayName("G05: a cover 0/1 over a patch without a number")
  void aSinglePatchMayLackItsNumber() {
    String cover = list.mail("[PATCH v2 0/1] one thing").send();
    list.mail("[PATCH v2] do one thing").answering(cover).touching("a.c").send();
    assertThat(list.series()).containsExactly("#1 v2(1/1) one thing");
  }

  @Test
  @DisplayName("G06: a cover v3 over patches that say v4")
  void theCoverSaysWhichVersionItIs() {
    String cover = list.mail("[PATCH v3 0/2] things").send();
    list.mail("[PATCH v4 1/2] one").answering(cover).touching("a.c").send();
    list.mail("[PATCH v4 2/2] two").answering(cover).touching("b.c").send();
    assertThat(list.series()).containsExactly("#1 v3(2/2) things");
  }

  @Test
  @DisplayName("G06: the cover says so, too, when it comes last")
  void theCoverSaysWhichVersionItWas() {
    list.mail("[PATCH v4 1/2] one").answering("cover@x").touching("a.c").send();
    list.mail("[PATCH v4 2/2] two").answering("cover@x").touching("b.c").send();
    list.mail("[PATCH v3 0/2] things").id("cover@x").send();
    assertThat(list.series()).containsExactly("#1 v3(2/2) things");
  }

  @Test
  @DisplayName("G06: patches of another version with a cover of their own are that version")
  void patchesBelongToTheirOwnCover() {
    String second = list.series("PATCH v2", "things", "one", "two");
    String third = list.mail("[PATCH v3 0/2] things").answering(second).text("Again.").send();
    for (int i = 1; i <= 2; i++) {
      list.mail("[PATCH v3 " + i + "/2] " + (i == 1 ? "one" : "two"))
          .header("In-Reply-To: <" + third + ">")
          .header("References: <" + second + "> <" + third + ">")
          .touching(i + ".c")
          .send();
    }
    assertThat(list.series()).containsExactly("#1 v2(2/2) v3(2/2) things");
  }

  @Test
  @DisplayName("G08, S08: a maintainer adds v10.1 1.1/2 to the author's v10")
  void aFractionalVersionIsAnAddition() {
    String cover = list.series("PATCH v10", "things", "one", "two");
    String more =
        list.mail("[PATCH v10.1 1.1/2] one and a bit")
            .by(ListLab.BOB)
            .answering(cover)
            .touching("c.c")
            .send();
    assertThat(list.series()).containsExactly("#1 v10(2/2) v10.1(0/2) things");
    assertThat(list.revisionOf(more).isPartial()).isTrue();
    assertThat(Overlay.of(list.revisionOf(more)))
        .extracting(patch -> patch.mail().subject().title())
        .containsExactly("one", "one and a bit", "two");
  }

  @Test
  @DisplayName("G09: a smaller series below the cover of a larger one, by the same author")
  void aSeriesWithinAnotherIsItsOwn() {
    String outer = list.mail("[PATCH 00/40] rework all").send();
    String inner = list.mail("[PATCH 0/2] prepare the lamp").answering(outer).text("First.").send();
    below(inner, outer, "[PATCH 1/2] lamp: read", "[PATCH 2/2] lamp: write");
    list.mail("[PATCH 01/40] buoy: float").answering(outer).touching("buoy.c").send();
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(1/40) rework all", "#2 v1(2/2) prepare the lamp");
  }

  @Test
  @DisplayName("G09: two covers of equal count and version in one thread")
  void twoSeriesOfEqualCountInOneThreadStayApart() {
    String outer = list.series("PATCH", "outer work", "alpha", "beta");
    String inner = list.mail("[PATCH 0/2] inner work").answering(outer).text("More.").send();
    below(inner, outer, "[PATCH 1/2] gamma", "[PATCH 2/2] delta");
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(2/2) outer work", "#2 v1(2/2) inner work");
  }

  @Test
  @DisplayName("G09: a patch that comes before the cover that is within another's thread")
  void aNestedCoverMayBeLate() {
    String outer = list.series("PATCH", "outer work", "alpha", "beta");
    below("inner@x", outer, "[PATCH 1/2] gamma", "[PATCH 2/2] delta");
    list.mail("[PATCH 0/2] inner work").id("inner@x").answering(outer).text("More.").send();
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(2/2) outer work", "#2 v1(2/2) inner work");
  }

  private void below(String cover, String root, String... subjects) {
    for (String subject : subjects) {
      list.mail(subject)
          .header("In-Reply-To: <" + cover + ">")
          .header("References: <" + root + "> <" + cover + ">")
          .touching(subject.replaceAll("\\W", "") + ".c")
          .send();
    }
  }

  @Test
  @DisplayName("G11: four of nine were sent, then all nine")
  void thePostingThatIsWholeCounts() {
    String aborted = list.mail("[PATCH v5 0/9] lamp: dim it at night").send();
    sendPatches(aborted, 4);
    list.pass(Duration.ofMinutes(2));
    String whole = list.mail("[PATCH v5 0/9] lamp: dim it at night").send();
    sendPatches(whole, 9);
    assertThat(list.series()).containsExactly("#1 v5(4/9) v5(9/9) lamp: dim it at night");
    assertThat(list.tracker.find(1).orElseThrow().latest()).isSameAs(list.revisionOf(whole));
  }

  @Test
  @DisplayName("G11: sent again by mistake and stopped: the whole one still counts")
  void aPostingThatBrokeOffDoesNotCount() {
    String whole = list.mail("[PATCH v5 0/9] lamp: dim it at night").send();
    sendPatches(whole, 9);
    list.pass(Duration.ofMinutes(2));
    String aborted = list.mail("[PATCH v5 0/9] lamp: dim it at night").send();
    sendPatches(aborted, 4);
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.tracker.find(1).orElseThrow().latest()).isSameAs(list.revisionOf(whole));
  }

  private void sendPatches(String cover, int last) {
    for (int i = 1; i <= last; i++) {
      list.mail("[PATCH v5 " + i + "/9] part " + i).answering(cover).touching(i + ".c").send();
    }
  }

  @Test
  @DisplayName("G12: 'how about this?' with scissors and a whole patch mail inside")
  void aPatchCutOutOfAReviewIsNoVersion() {
    for (String reviewer : List.of(ListLab.ANN, ListLab.BOB)) {
      ListLab lab = new ListLab();
      String cover = lab.series("PATCH", "things", "one", "two");
      lab.mail("Re: [PATCH 1/2] one")
          .by(reviewer)
          .answering(lab.revisionOf(cover).patches().get(0).id().value())
          .text(
              "How about this?\n\n-- 8< --\nFrom: "
                  + reviewer
                  + "\nSubject: [PATCH v2] one\n\n"
                  + "diff --git a/one.c b/one.c\n--- a/one.c\n+++ b/one.c\n@@ -1 +1 @@\n-a\n+b")
          .send();
      assertThat(lab.series()).as(reviewer).containsExactly("#1 v1(2/2) things");
    }
  }

  @Test
  @DisplayName("G12: a fix-up sent as a patch of its own is no revision of the series")
  void aFixupInTheThreadIsItsOwn() {
    for (String fixer : List.of(ListLab.ANN, ListLab.BOB)) {
      ListLab lab = new ListLab();
      String cover = lab.series("PATCH", "things", "one", "two");
      String fix =
          lab.mail("[PATCH] fixup! one")
              .by(fixer)
              .answering(lab.revisionOf(cover).patches().get(0).id().value())
              .touching("one.c")
              .changing(7)
              .send();
      assertThat(lab.revisionOf(cover).series().revisions()).as(fixer).hasSize(1);
      assertThat(lab.revisionOf(fix)).as(fixer).isNotSameAs(lab.revisionOf(cover));
    }
  }

  @Test
  @DisplayName("G12: a second copy of a patch is kept beside it")
  void aSecondCopyOfAPatchIsKeptBeside() {
    String cover = list.series("PATCH", "things", "one", "two");
    String copy =
        list.mail("[PATCH 1/2] one").answering(cover).touching("one.c").changing(3).send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) things");
    assertThat(list.revisionOf(cover).others()).extracting(m -> m.id().value()).contains(copy);
  }

  @Test
  @DisplayName("G14: a patch without hunks is a patch")
  void aRenameIsAPatch() {
    String cover = list.mail("[PATCH 0/1] tidy up").send();
    list.mail("[PATCH 1/1] move a file").answering(cover).withoutDiff().text(RENAME).send();
    assertThat(list.series()).containsExactly("#1 v1(1/1) tidy up");
  }

  @Test
  @DisplayName("G16: a cover that was never named is called as its first patch")
  void aPlaceholderIsNoTitle() {
    for (String title : List.of("*** SUBJECT HERE ***", "EDITME: cover title for lamp")) {
      ListLab lab = new ListLab();
      lab.series("PATCH", title, "lamp: read the level", "lamp: write the level");
      assertThat(lab.series()).containsExactly("#1 v1(2/2) lamp: read the level");
    }
  }

  @Test
  @DisplayName("G16: two series that were never named are two")
  void placeholdersLinkNothing() {
    list.series("PATCH", "*** SUBJECT HERE ***", "lamp: read the level");
    list.pass(7);
    list.series("PATCH v2", "*** SUBJECT HERE ***", "buoy: sink");
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  @DisplayName("G17: a list that got one patch of seven says so")
  void aPartOfAPostingIsLabelled() {
    String patch = list.mail("[PATCH 1/7] one").answering("elsewhere@x").touching("a.c").send();
    assertThat(list.series()).containsExactly("#1 v1(1/7) one");
    assertThat(list.revisionOf(patch).isComplete()).isFalse();
  }

  @Test
  @DisplayName("G18: two mails that answer each other, and the patches go on")
  void aCircleOfAnswersIsOneThread() {
    list.mail("[PATCH 1/3] one").id("a@x").answering("b@x").touching("a.c").send();
    list.mail("[PATCH 2/3] two").id("b@x").answering("a@x").touching("b.c").send();
    list.mail("[PATCH 3/3] three").id("c@x").answering("c@x").touching("c.c").send();
    list.mail("Re: [PATCH 1/3] one").id("d@x").by(ListLab.BOB).answering("d@x").text("?").send();
    assertThat(list.revisionOf("a@x")).isSameAs(list.revisionOf("b@x"));
    assertThat(list.tracker.size()).isEqualTo(3);
  }

  @Test
  @DisplayName("G18: revisions that name each other as the earlier one follow in one direction")
  void linksLeadInOneDirection() {
    list.mail("[PATCH v2 1/2] lamp: read").id("b@x").answering("a@x").touching("a.c").send();
    list.pass(1);
    list.mail("[PATCH v3 1/2] lamp: read")
        .id("a@x")
        .answering("b@x")
        .touching("a.c")
        .notes("v2: https://lore.kernel.org/r/b@x")
        .send();
    list.mail("[PATCH v2 2/2] lamp: write")
        .id("c@x")
        .answering("b@x")
        .touching("b.c")
        .notes("v3: https://lore.kernel.org/r/a@x\nPrevious version: https://lore.kernel.org/r/a@x")
        .send();
    Series series = list.revisionOf("a@x").series();
    assertThat(series.revisions()).hasSize(2);
    assertThat(series.revisions().stream().filter(r -> r.link().isPresent())).hasSize(1);
    assertThat(series.title()).isNotEmpty();
  }

  @Test
  @DisplayName("G18: References in any order, and several ids in In-Reply-To")
  void theNearestKnownParentCounts() {
    String cover = list.mail("[PATCH 0/2] things").send();
    String first =
        list.mail("[PATCH 1/2] one")
            .header("In-Reply-To: <unknown@x> (a mail) <" + cover + ">")
            .touching("a.c")
            .send();
    list.mail("[PATCH 2/2] two")
        .header("In-Reply-To: <gone@x>")
        .header("References: <" + first + "> <" + cover + "> <gone@x>")
        .touching("b.c")
        .send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) things");
  }

  @Test
  @DisplayName("G18: mails without a Message-ID are told apart by what they say")
  void mailsWithoutIdsAreTwo() {
    list.mail("[PATCH] lamp: dim").withoutId().touching("a.c").send();
    list.mail("[PATCH] buoy: float").withoutId().touching("b.c").send();
    list.mail("[PATCH] buoy: float").withoutId().touching("b.c").send();
    assertThat(list.tracker.size()).isEqualTo(2);
  }

  @Test
  @DisplayName("G19: another mail with the id of a known one changes nothing")
  void theFirstMailWithAnIdWins() {
    list.mail("[PATCH 1/2] one").id("a@x").touching("a.c").send();
    list.mail("[PATCH v7 2/2] other").id("a@x").touching("z.c").send();
    list.mail("Re: [PATCH 1/2] one").id("a@x").by(ListLab.BOB).answering("a@x").text("No").send();
    assertThat(list.series()).containsExactly("#1 v1(1/2) one");
    assertThat(list.revisionOf("a@x").reception().answers()).isZero();
  }

  @Test
  @DisplayName("G20: within a posting the counter orders")
  void theCounterOrdersPatches() {
    String cover = list.mail("[PATCH 0/3] things").send();
    for (int i : new int[] {3, 1, 2}) {
      list.mail("[PATCH " + i + "/3] part " + i)
          .header("Date: Wed, 15 Sep 20" + (80 - 10 * i) + " 00:00:00 +0000")
          .answering(cover)
          .touching(i + ".c")
          .send();
    }
    assertThat(list.revisionOf(cover).patches())
        .extracting(patch -> patch.mail().subject().title())
        .containsExactly("part 1", "part 2", "part 3");
  }

  @Test
  @DisplayName("G21: a posting goes on after the state was saved and loaded")
  void aPostingGoesOnAfterARestart() {
    String cover = list.mail("[PATCH 0/2] things").send();
    list.mail("[PATCH 1/2] one").answering(cover).touching("a.c").send();
    list.restart();
    list.mail("[PATCH 2/2] two").answering(cover).touching("b.c").send();
    list.pass(7);
    list.series("PATCH v2", "things", "one", "two");
    assertThat(list.series()).containsExactly("#1 v1(2/2) v2(2/2) things");
  }
}
