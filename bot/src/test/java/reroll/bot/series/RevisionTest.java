package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the mails of one posting find each other. */
class RevisionTest {
  private final ListLab list = new ListLab();

  @Test
  @DisplayName("G01: a cover that comes after its patches joins them")
  void aLateCoverJoinsItsPatches() {
    list.mail("[PATCH 1/2] one").id("p1").answering("cover").touching("a.c").send();
    list.mail("[PATCH 2/2] two").id("p2").answering("cover").touching("b.c").send();
    list.mail("[PATCH 0/2] both").id("cover").send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) both");
  }

  @Test
  @DisplayName("G02: patches come in any order, and one a day later")
  void patchesInAnyOrderAreOneRevision() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      ListLab shuffled = new ListLab();
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      Collections.shuffle(order, random);
      for (int i : order) {
        ListLab.Draft mail = shuffled.mail("[PATCH v2 " + i + "/4] part " + i).id("m" + i + "@x");
        if (i > 0) {
          mail.answering("m0@x").touching(i + ".c");
        }
        mail.send();
        shuffled.pass(Duration.ofHours(6));
      }
      assertThat(shuffled.series())
          .as("seed %d, order %s", seed, order)
          .hasSize(1)
          .allMatch(line -> line.endsWith("v2(4/4) part 0"));
      assertThat(shuffled.revisionOf("m0@x").isComplete()).isTrue();
    }
  }

  @Test
  @DisplayName("G02: a posting of which a patch never comes says so")
  void aPatchThatNeverComesIsMissed() {
    String cover = list.mail("[PATCH 0/2] both").send();
    list.mail("[PATCH 1/2] one").answering(cover).send();
    assertThat(list.series()).containsExactly("#1 v1(1/2) both");
    assertThat(list.revisionOf(cover).isComplete()).isFalse();
  }

  @Test
  @DisplayName("G03: without a cover the first patch is the parent")
  void withoutACoverTheFirstPatchIsTheHead() {
    String first = list.mail("[PATCH 1/3] one").touching("a.c").send();
    list.mail("[PATCH 2/3] two").answering(first).touching("b.c").send();
    list.mail("[PATCH 3/3] three").answering(first).touching("c.c").send();
    assertThat(list.series()).containsExactly("#1 v1(3/3) one");
  }

  @Test
  @DisplayName("G03: patches chained one below the other")
  void chainedPatchesAreOneRevision() {
    String first = list.mail("[PATCH 1/3] one").touching("a.c").send();
    String second = list.mail("[PATCH 2/3] two").answering(first).touching("b.c").send();
    list.mail("[PATCH 3/3] three").answering(second).touching("c.c").send();
    assertThat(list.series()).containsExactly("#1 v1(3/3) one");
  }

  @Test
  @DisplayName("G03: no threading at all, but Message-IDs of one git send-email")
  void patchesWithoutAThreadAreFoundByTheirIds() {
    for (int i = 1; i <= 3; i++) {
      list.mail("[PATCH " + i + "/3] part " + i)
          .id("20260301120000.4711-" + i + "-ann@example.org")
          .touching(i + ".c")
          .send();
    }
    assertThat(list.series()).containsExactly("#1 v1(3/3) part 1");
  }

  @Test
  @DisplayName("G04: two unthreaded postings of the same minute stay apart")
  void twoUnthreadedPostingsStayApart() {
    for (int i = 1; i <= 2; i++) {
      for (String run : List.of("4711", "4712")) {
        list.mail("[PATCH " + i + "/2] " + run + " part " + i)
            .id("20260301120000." + run + "-" + i + "-ann@example.org")
            .touching(run + i + ".c")
            .send();
      }
    }
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(2/2) 4711 part 1", "#2 v1(2/2) 4712 part 1");
  }

  @Test
  @DisplayName("G05: a cover over a single patch")
  void aCoverOverASinglePatch() {
    list.series("PATCH", "one thing", "do one thing");
    assertThat(list.series()).containsExactly("#1 v1(1/1) one thing");
  }

  @Test
  @DisplayName("G06: the version of the cover wins over that of its patches")
  void theVersionOfTheCoverWins() {
    String cover = list.mail("[PATCH v2 0/1] thing").send();
    list.mail("[PATCH 1/1] do thing").answering(cover).send();
    assertThat(list.series()).containsExactly("#1 v2(1/1) thing");
  }

  @Test
  @DisplayName("G07: each patch numbered by its own history")
  void mixedVersionsBelowOneCoverAreOneRevision() {
    String cover = list.mail("[PATCH v4 0/3] things").send();
    list.mail("[PATCH v4 1/3] one").answering(cover).touching("a.c").send();
    list.mail("[PATCH v2 2/3] two").answering(cover).touching("b.c").send();
    list.mail("[PATCH 3/3] three").answering(cover).touching("c.c").send();
    assertThat(list.series()).containsExactly("#1 v4(3/3) things");
  }

  @Test
  @DisplayName("G08: a patch of somebody else below the author's cover")
  void aPatchSentByAnotherBelongsToItsCover() {
    String cover = list.mail("[PATCH 0/2] things").send();
    list.mail("[PATCH 1/2] one").answering(cover).touching("a.c").send();
    list.mail("[PATCH 2/2] two").by(ListLab.BOB).answering(cover).touching("b.c").send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) things");
  }

  @Test
  @DisplayName("S10, G08: an additional patch does not change what was announced")
  void anAdditionalPatchIsPartOfTheRevision() {
    String cover = list.series("PATCH", "things", "one", "two");
    list.mail("[PATCH 3/2] three").by(ListLab.BOB).answering(cover).touching("c.c").send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) things");
    assertThat(list.revisionOf(cover).patches()).hasSize(3);
  }

  @Test
  @DisplayName("G09: a series posted as an answer to another's cover is its own")
  void aSeriesBelowAnotherCoverIsItsOwn() {
    String outer = list.series("PATCH", "outer work", "alpha", "beta");
    String inner =
        list.mail("[PATCH 0/1] inner work").by(ListLab.BOB).answering(outer).text("Hi").send();
    list.mail("[PATCH 1/1] gamma").by(ListLab.BOB).answering(inner).touching("g.c").send();
    assertThat(list.series())
        .containsExactlyInAnyOrder("#1 v1(2/2) outer work", "#2 v1(1/1) inner work");
  }

  @Test
  @DisplayName("G11: a posting that was aborted and sent again whole")
  void anAbortedPostingIsOneSeries() {
    String aborted = list.mail("[PATCH v5 0/2] lamp: dim it at night").send();
    list.mail("[PATCH v5 1/2] one").answering(aborted).touching("one.c").send();
    list.pass(Duration.ofMinutes(2));
    list.series("PATCH v5", "lamp: dim it at night", "one", "two");
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.tracker.find(1).orElseThrow().latest().isComplete()).isTrue();
  }

  @Test
  @DisplayName("G12: a patch in a review is no version")
  void aPatchInAReviewIsNoVersion() {
    String cover = list.series("PATCH", "things", "one", "two");
    list.mail("Re: [PATCH 0/2] things")
        .by(ListLab.BOB)
        .answering(cover)
        .text(
            "How about this?\n\ndiff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b")
        .send();
    assertThat(list.series()).containsExactly("#1 v1(2/2) things");
  }

  @Test
  @DisplayName("G15: a cover without a counter, patches below")
  void aNakedCoverIsTheHead() {
    String cover = list.mail("[PATCH RFC] Big idea").text("Thoughts?").withoutDiff().send();
    list.mail("[PATCH RFC 1/2] one").answering(cover).touching("a.c").send();
    list.mail("[PATCH RFC 2/2] two").answering(cover).touching("b.c").send();
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.revisionOf(cover).patches()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @DisplayName("G18: a mail that answers itself, and two that answer each other")
  void circlesOfAnswersEnd() {
    list.mail("[PATCH 1/2] one").id("a@x").answering("a@x").touching("a.c").send();
    list.mail("[PATCH 1/2] two").id("b@x").answering("c@x").touching("b.c").send();
    list.mail("[PATCH 2/2] three").id("c@x").answering("b@x").touching("c.c").send();
    assertThat(list.tracker.size()).isEqualTo(3);
  }

  @Test
  @DisplayName("G19: the same mail on two lists is one mail")
  void aCrossPostedMailIsOne() {
    list.mail("[PATCH] thing").id("a@x").on("kvm").send();
    list.mail("[PATCH] thing [list footer]").id("a@x").on("lkml").send();
    assertThat(list.series()).containsExactly("#1 v1(1/1) thing");
    assertThat(list.revisionOf("a@x").head().lists()).containsExactly("kvm", "lkml");
  }

  @Test
  @DisplayName("G20: the Date header orders nothing")
  void dateHeadersAreNotBelieved() {
    list.mail("[PATCH v2] thing").header("Date: Wed, 15 Sep 2077 00:00:00 +0000").send();
    list.mail("[PATCH v3] thing").header("Date: Thu, 1 Jan 1970 00:00:00 +0000").send();
    assertThat(list.series()).containsExactly("#1 v2(1/1) v3(1/1) thing");
  }

  @Test
  void repliesOfRobotsAreNoAnswers() {
    String cover = list.series("PATCH", "things", "one");
    list.mail("Re: [PATCH 0/1] things")
        .by("kernel test robot <lkp@intel.com>")
        .answering(cover)
        .text("Hi, errors.")
        .send();
    assertThat(list.revisionOf(cover).reception().answers()).isZero();
  }

  @Test
  @DisplayName("L18: what is said to v1 does not count for v2")
  void anAnswerBelongsToTheVersionThatItAnswers() {
    String first = list.series("PATCH", "things", "one");
    list.pass(7);
    String second = list.series("PATCH v2", "things", "one");
    list.mail("Re: [PATCH 0/1] things")
        .by(ListLab.BOB)
        .answering(first)
        .text("Fine.\n\nReviewed-by: Bob Yak <bob@example.net>")
        .send();
    assertThat(list.revisionOf(first).reception().reviewers()).containsExactly("Bob Yak");
    assertThat(list.revisionOf(second).reception().reviewers()).isEmpty();
  }

  @Test
  void theSeriesSilentLongestAreForgottenAtTheBound() {
    ListLab small = new ListLab(100);
    for (int i = 0; i < 300; i++) {
      small.mail("[PATCH] thing " + i).by("P" + i + " Q <p" + i + "@x.org>").send();
    }
    assertThat(small.tracker.size()).isBetween(90, 100);
    assertThat(small.tracker.find(1)).isEmpty();
    assertThat(small.tracker.find(300)).isPresent();
  }
}
