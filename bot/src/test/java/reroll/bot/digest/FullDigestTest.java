package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.LeftOut;

/** What the full form mends of the classic one, in the order of docs/classic-digest.md. */
class FullDigestTest {
  private final DigestLab lab = new DigestLab();

  // 1. The patch list is filled.

  @Test
  void everySeriesHasALineWithItsVersionTitleSizeAuthorAndStanding() {
    lab.patch("[PATCH] pond: clean");
    lab.patch("[PATCH v2] pond: clean");

    assertThat(lab.full())
        .contains(
            """
            ===== Patch list in this time period =====

            [v2] pond: clean (1 patch, Ann Alder) — v1 -> v2
            [v1] pond: clean (1 patch, Ann Alder) — skipped, superseded by v2
            """);
  }

  // 2. Titles and subjects are unfolded and decoded.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[PATCH] pond: Frösche\n zählen",
        "[PATCH] pond: Frösche\n\tzählen",
        "=?UTF-8?Q?[PATCH]_pond:_Fr=C3=B6sche?= =?UTF-8?Q?_z=C3=A4hlen?=",
        "[PATCH] pond: =?UTF-8?B?RnLDtnNjaGU=?= =?ISO-8859-1?Q?_z=E4hlen?=",
      })
  void titlesAreUnfoldedAndDecoded(String subject) {
    lab.patch(subject);

    assertThat(lab.full())
        .contains("[v1] pond: Frösche zählen (1 patch, ")
        .contains("New: pond: Frösche zählen\n[PATCH] pond: Frösche zählen\n");
  }

  @Test
  void aTitleThatNeverEndsIsCut() {
    lab.patch("[PATCH] " + "frog ".repeat(150));

    assertThat(lab.lines().get(0)).hasSizeLessThan(220).contains("frog …", "(1 patch, Ann Alder)");
  }

  // 3. Every series of the window is listed, whatever its tags.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PATCH] x              | [v1] x (1 patch, Ann Alder) — new",
        "[PATCH net-next v2] x  | [v2] x (1 patch, Ann Alder) — new here, earlier versions not seen",
        "[RFC PATCH] x          | [RFC v1] x (1 patch, Ann Alder) — new",
        "[PATCH RESEND] x       | [v1] x (1 patch, Ann Alder) — resent",
        "[RFC v3] x             | [RFC v3] x (1 patch, Ann Alder) — new here, earlier versions not seen",
        "[PATCH u-boot] x       | [v1] x (1 patch, Ann Alder) — new",
        "[PATCH 6.1] x          | [v1] x (1 patch, Ann Alder) — new, for 6.1",
        "[PATCH AUTOSEL 6.1] x  | [v1] x (1 patch, Ann Alder) — new, for stable kernels",
        "[PATCH 2/7] x          | [v1] x (1 of 7 patches received, Ann Alder) — new",
        "[PATCH v3 0/7] x       | [v3] x (0 of 7 patches received, Ann Alder) — new here, earlier versions not seen",
      })
  void everyTagIsListed(String subject, String line) {
    lab.patch(subject);

    assertThat(lab.lines()).containsExactly(line);
  }

  // 4. One entry a revision; the cover first, then the titles of all patches.

  @Test
  void aSeriesIsOneEntryThatItsCoverBegins() {
    String one = lab.patch("[PATCH 2/2] pond: second");
    String cover = lab.mail(DigestLab.ANN, "[PATCH 0/2] pond: tidy up", "", "Why not.");
    lab.patchBelow(cover, DigestLab.BEA, "[PATCH 1/2] pond: first");
    assertThat(one).isNotEmpty();

    assertThat(lab.full())
        .contains(
            """
            New: pond: tidy up
            [PATCH 0/2] pond: tidy up
            Author: Ann Alder <ann@alder.example>

            Why not.

              1/2 pond: first (Bea Birch)
              2/2 pond: second

            ------""")
        .containsOnlyOnce("Author:");
  }

  @Test
  void withoutACoverTheFirstPatchSpeaksForAll() {
    String first = lab.patch("[PATCH 1/2] pond: first");
    lab.patchBelow(first, DigestLab.ANN, "[PATCH 2/2] pond: second");

    assertThat(lab.full())
        .contains("New: pond: first\n[PATCH 1/2] pond: first\n", "\nBecause.\n")
        .contains("  1/2 pond: first\n  2/2 pond: second\n")
        .containsOnlyOnce("Author:");
  }

  @Test
  void anIncompleteRevisionSaysHowManyCame() {
    String cover = lab.mail(DigestLab.ANN, "[PATCH 0/3] pond: tidy up", "", "Why not.");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH 2/3] pond: second");

    assertThat(lab.full())
        .contains("[v1] pond: tidy up (1 of 3 patches received, Ann Alder) — new")
        .contains("Author: Ann Alder <ann@alder.example>\n1 of 3 patches received\n");
  }

  // 5. The author is the in-body author; a note names the sender where another posted it.

  @Test
  void theAuthorIsTheOneWhoWroteThePatch() {
    lab.mail(
        DigestLab.BEA,
        "[PATCH] pond: x",
        "",
        "From: Ann Alder <ann@alder.example>\n\n" + DigestLab.patchText("So.", "x"));

    assertThat(lab.full())
        .contains("[v1] pond: x (1 patch, Ann Alder) — new")
        .contains("      1 alder.example\n")
        .contains("      1  Ann Alder <ann@alder.example>\n")
        .contains(
            "Author: Ann Alder <ann@alder.example>\nPosted by: Bea Birch <bea@birch.example>\n")
        .doesNotContain("From: Ann");
  }

  @Test
  void whoPostsFromAnotherAddressOfHisOwnIsNoOtherPerson() {
    lab.mail(
        "Ann Alder <ann@home.example>",
        "[PATCH] pond: x",
        "",
        "From: Ann Alder <ann@alder.example>\n\n" + DigestLab.patchText("So.", "x"));

    assertThat(lab.full()).doesNotContain("Posted by");
  }

  // 6. A patch withdrawn or replaced in the window is marked so.

  @Test
  void aWithdrawnPatchIsMarkedAndHasNoEntry() {
    String patch = lab.patch("[PATCH] pond: x");
    lab.answer(DigestLab.ANN, patch, "Please ignore this, it does not build.");

    assertThat(lab.lines())
        .containsExactly("[v1] pond: x (1 patch, Ann Alder) — withdrawn by its author");
    assertThat(lab.full()).doesNotContain("Patch Commit Messages");
  }

  @Test
  void onlyTheAuthorWithdraws() {
    String patch = lab.patch("[PATCH] pond: x");
    lab.answer(DigestLab.BEA, patch, "Please drop this patch.");

    assertThat(lab.lines()).containsExactly("[v1] pond: x (1 patch, Ann Alder) — new");
  }

  @Test
  void anOlderVersionIsOneLineAndNoEntry() {
    lab.patch("[PATCH] pond: x");
    lab.patch("[PATCH v2] pond: x");
    lab.patch("[PATCH v3] pond: x");

    assertThat(lab.lines())
        .containsExactly(
            "[v3] pond: x (1 patch, Ann Alder) — v2 -> v3",
            "[v2] pond: x (1 patch, Ann Alder) — skipped, superseded by v3",
            "[v1] pond: x (1 patch, Ann Alder) — skipped, superseded by v3");
    assertThat(lab.full()).containsOnlyOnce("Author:");
  }

  @Test
  void aVersionThatTheNextOneDoesNotNameIsSkippedAllTheSame() {
    String v5 = lab.patch("[PATCH v5] pond: x");
    lab.patchBelow(v5, DigestLab.ANN, "[PATCH v8] pond: x");
    lab.patchBelow(v5, DigestLab.ANN, "[PATCH v9] pond: x");

    assertThat(lab.lines().get(1))
        .isEqualTo("[v8] pond: x (1 patch, Ann Alder) — skipped, superseded by v9");
  }

  @Test
  void aVersionThatIsLateItselfIsNoNews() {
    lab.patch("[PATCH v2] pond: x");
    lab.patch("[PATCH v4] pond: x");
    lab.patch("[PATCH v3] pond: x");

    assertThat(lab.lines().get(0))
        .isEqualTo("[v3] pond: x (1 patch, Ann Alder) — skipped, superseded by v4");
  }

  @Test
  void aBackportReplacesNothing() {
    lab.patch("[PATCH v2] pond: x");
    lab.patch("[PATCH 6.1] pond: x");

    assertThat(lab.lines())
        .contains("[v2] pond: x (1 patch, Ann Alder) — new here, earlier versions not seen");
  }

  @Test
  void aPartialRerollDoesNotSupersede() {
    String cover = lab.mail(DigestLab.ANN, "[PATCH v2 0/3] pond: tidy up", "", "Why not.");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH v2 1/3] pond: first");
    String second = lab.patchBelow(cover, DigestLab.ANN, "[PATCH v2 2/3] pond: second");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH v2 3/3] pond: third");
    lab.days(1);
    lab.patchBelow(second, DigestLab.ANN, "[PATCH v3 2/3] pond: second");

    assertThat(lab.lines())
        .containsExactly(
            "[v3] pond: second (1 of 3 patches, Ann Alder) — replaces 1 patch of v2",
            "[v2] pond: tidy up (3 patches, Ann Alder) — new here, earlier versions not seen");
    assertThat(lab.full())
        .contains("v2 -> v3 in part: pond: second\n")
        .contains("1 of 3 patches, the others stay as they are in v2\n");
  }

  // 7. A mail counts once, a resent revision counts once.

  @Test
  void whatIsResentCountsOnceAndIsListedOnce() {
    lab.patch("[PATCH] pond: x");
    lab.patch("[PATCH RESEND] pond: x");
    lab.patch("[PATCH RESEND] pond: x");

    assertThat(lab.lines()).containsExactly("[v1] pond: x (1 patch, Ann Alder) — new, resent");
    assertThat(lab.digest().topPeople())
        .containsExactly(new Count("Ann Alder <ann@alder.example>", 1));
    assertThat(lab.full()).containsOnlyOnce("Author:");
  }

  @Test
  void aResentRerollIsStillAReroll() {
    lab.patch("[PATCH] pond: x");
    lab.patch("[PATCH v2] pond: x");
    lab.patch("[PATCH v2 RESEND] pond: x");

    assertThat(lab.lines())
        .containsExactly(
            "[v2] pond: x (1 patch, Ann Alder) — v1 -> v2, resent",
            "[v1] pond: x (1 patch, Ann Alder) — skipped, superseded by v2");
  }

  @Test
  void patchesOfOneTitleInOneSeriesAreSeveral() {
    String first = lab.patch("[PATCH 1/2] pond: fix typo");
    lab.patchBelow(first, DigestLab.ANN, "[PATCH 2/2] pond: fix typo");

    assertThat(lab.digest().totals().patches()).isEqualTo(2);
  }

  // 8. Names are normalised; one person with several addresses counts as one.

  @Test
  void onePersonIsOneRowWhateverTheAddressAndTheSpelling() {
    lab.patch("Ann Alder <ann@alder.example>", "[PATCH] pond: a");
    lab.patch("\"Ann Alder\" <Ann@Alder.example>", "[PATCH] pond: b");
    lab.patch("ANN ALDER <ann@home.example>", "[PATCH] pond: c");
    lab.patch("\"Alder, Ann\" <ann.alder@work.example>", "[PATCH] pond: d");
    lab.patch("Ann <ann@home.example>", "[PATCH] pond: e");

    assertThat(lab.digest().topPeople())
        .containsExactly(new Count("Ann Alder <ann@alder.example>", 5));
    assertThat(lab.digest().totals().people()).isEqualTo(1);
  }

  @Test
  void aFirstNameAloneIsNoPerson() {
    lab.patch("Ann <ann@alder.example>", "[PATCH] pond: a");
    lab.patch("Ann <ann@birch.example>", "[PATCH] pond: b");

    assertThat(lab.digest().totals().people()).isEqualTo(2);
  }

  @Test
  void aMailmapSaysWhoIsWho() {
    lab.mailmap("Ann Alder <ann@alder.example> <froggy@pond.example>");
    lab.patch("[PATCH] pond: a");
    lab.patch("Froggy <froggy@pond.example>", "[PATCH] pond: b");

    assertThat(lab.digest().topPeople())
        .containsExactly(new Count("Ann Alder <ann@alder.example>", 2));
  }

  // 9. Series whose cover lies outside the window are listed when any of their patches lies inside.

  @Test
  void aSeriesThatBeganBeforeTheWindowIsListedWithWhatCame() {
    String cover = lab.mail(DigestLab.ANN, "[PATCH 0/2] pond: tidy up", "", "Why not.");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH 1/2] pond: first");
    lab.windowBegins();
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH 2/2] pond: second");

    assertThat(lab.lines())
        .containsExactly("[v1] pond: tidy up (2 patches, Ann Alder) — more of it arrived");
    assertThat(lab.digest().totals().patches()).isEqualTo(1);
    assertThat(lab.full()).contains("More: pond: tidy up\n", "\nWhy not.\n");
  }

  @Test
  void aSeriesOfWhichNothingCameIsNotListed() {
    lab.patch("[PATCH] pond: x");
    lab.windowBegins();
    lab.patch("[PATCH] pond: y");

    assertThat(lab.lines()).containsExactly("[v1] pond: y (1 patch, Ann Alder) — new");
  }

  // 10. Versions are linked by the series tracker, and across windows; the changelog stands on top.

  @Test
  void aRenamedRerollFollowsAVersionFromBeforeTheWindow() {
    lab.mail(
        DigestLab.ANN,
        "[PATCH v2] pond: count frogs",
        "",
        DigestLab.patchText("So.\n\nchange-id: 20260301-frogs-0123456789ab", "x"));
    lab.windowBegins();
    lab.days(9);
    lab.mail(
        DigestLab.ANN,
        "[PATCH v3] pond: number the frogs",
        "",
        DigestLab.patchText("So.\n\nchange-id: 20260301-frogs-0123456789ab", "y"));

    assertThat(lab.lines())
        .containsExactly(
            "[v3] pond: number the frogs (1 patch, Ann Alder) — v2 -> v3, was “pond: count frogs”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nChanges in v3:\n- hop (Bea)\n- croak\n\nChanges in v2:\n- swim\n",
        "---\nv3:\n  - hop (Bea)\n  - croak\nv2:\n  - swim\n",
        "---\nv2 -> v3:\n\n  - hop (Bea)\n  - croak\n\nv1 -> v2:\n  - swim\n",
      })
  void theAuthorsChangelogOfThisVersionStandsOnTopAndNowhereElse(String notes) {
    lab.patch("[PATCH v2] pond: x");
    lab.mail(
        DigestLab.ANN, "[PATCH v3] pond: x", "", DigestLab.patchText("So.\n" + notes, "pond: x"));

    assertThat(lab.full())
        .contains(
            """
            v2 -> v3: pond: x
            [PATCH v3] pond: x
            Author: Ann Alder <ann@alder.example>

            New in v3:
             - hop (Bea)
             - croak

            So.
            """)
        .containsOnlyOnce("hop (Bea)")
        .contains("- swim")
        .doesNotContain("Changes in v3", "v2 -> v3:\n");
  }

  // 11. Robots and stable reviews are left out of the tables and counted in one line below them.

  @Test
  void robotsAndStableReviewsAreInNoTable() {
    lab.patch("[PATCH] pond: x");
    lab.patch("Pond Robot <bot@ci.example>", "[PATCH] pond: y");
    lab.patch("Sasha <s@kernel.example>", "[PATCH AUTOSEL 6.1] pond: z");

    assertThat(lab.digest().topPeople()).hasSize(1);
    assertThat(lab.digest().leftOut()).isEqualTo(new LeftOut(1, 1));
    assertThat(lab.full())
        .contains("1 patch in 1 series by 1 person from 1 domain\n")
        .contains("\n\nNot counted above: 1 patch for stable kernels, 1 patch by robots\n");
  }

  @Test
  void robotsAreCountedOnDemand() {
    lab.countRobots();
    lab.patch("Pond Robot <bot@ci.example>", "[PATCH] pond: y");
    lab.patch("Sasha <s@kernel.example>", "[PATCH AUTOSEL 6.1] pond: z");

    assertThat(lab.digest().totals()).isEqualTo(new Digest.Totals(2, 2, 2, 2));
    assertThat(lab.full()).doesNotContain("Not counted");
  }

  // 12. Then: applied in this window, pull requests, still waiting for review.

  @Test
  void whatWasAppliedInTheWindowIsListedOnce() {
    String first = lab.patch("[PATCH 1/2] pond: first");
    String second = lab.patchBelow(first, DigestLab.ANN, "[PATCH 2/2] pond: second");
    lab.windowBegins();
    lab.answer(DigestLab.BEA, second, "Applied to pond-next, thanks!");
    lab.answer(DigestLab.BEA, first, "Series applied to pond-next, thanks!");

    assertThat(lab.full())
        .endsWith(
            """
            ===== Applied in this time period =====

            [v1] pond: first (2 patches, Ann Alder) — applied by Bea Birch to pond-next
            """);
  }

  @Test
  void onePatchAppliedOfSeveralIsNotTheSeries() {
    String first = lab.patch("[PATCH 1/2] pond: first");
    String second = lab.patchBelow(first, DigestLab.ANN, "[PATCH 2/2] pond: second");
    lab.answer(DigestLab.BEA, second, "Applied, thanks!");

    assertThat(lab.full()).contains("— partly applied by Bea Birch\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Applied to pond-next, thanks! | applied by Bea Birch to pond-next",
        "Applied to fixes, thanks!     | applied by Bea Birch to fixes",
        "Applied to all stable trees.  | applied by Bea Birch",
        "Applied in the morning.       | applied by Bea Birch",
      })
  void aTreeIsNamedOnlyWhereOneIsMeant(String words, String line) {
    lab.answer(DigestLab.BEA, lab.patch("[PATCH] pond: x"), words);

    assertThat(EntryWords.appliedBy(lab.digest().applied().get(0))).isEqualTo(line);
  }

  @Test
  void patchworksRobotIsNotTheOneWhoApplied() {
    String patch = lab.patch("[PATCH] pond: x");
    lab.answer(
        "patchwork-bot+pond@kernel.example",
        patch,
        "This patch was applied to pond/pond.git (main)");

    assertThat(lab.full()).contains("— applied to pond/pond.git (main)\n");
  }

  @Test
  void aPullRequestIsListedOnceHoweverOftenItCame() {
    lab.mail(DigestLab.ANN, "[GIT PULL] pond fixes for 7.1", "", "Please pull.");
    lab.mail(DigestLab.ANN, "[GIT PULL v2] pond fixes for 7.1", "", "Please pull.");

    assertThat(lab.full())
        .endsWith("===== Pull requests =====\n\npond fixes for 7.1 (Ann Alder) — again\n")
        .doesNotContain("Patch list");
  }

  @Test
  void whatNobodyAnsweredForAWeekIsWaiting() {
    lab.patch("[PATCH] pond: old");
    String answered = lab.patch("[PATCH] pond: answered");
    lab.answer(DigestLab.BEA, answered, "Hm.");
    String checked = lab.patch("[PATCH] pond: checked");
    lab.answer("Pond Robot <bot@ci.example>", checked, "Builds.");
    lab.answer(DigestLab.ANN, checked, "Ping?");
    lab.windowBegins();
    lab.days(8);
    lab.patch("[PATCH] pond: young");

    assertThat(lab.full())
        .endsWith(
            """
            ===== Waiting for review =====

            [v1] pond: old (1 patch, Ann Alder) — 8 days
            [v1] pond: checked (1 patch, Ann Alder) — 8 days
            """);
  }

  @Test
  void sectionsThatAreEmptyAreLeftOut() {
    assertThat(lab.full())
        .isEqualTo(
            """
            From 2026-03-02 00:00 to 2026-03-02 00:00 UTC
            LAB mailing list update from 2026-03-02 00:00 to 2026-03-02 00:00 UTC
            no patches
            """);
  }

  // The same window reads the same, whatever came later.

  @Test
  void whatComesBehindTheWindowDoesNotChangeIt() {
    String old = lab.patch("[PATCH] pond: old");
    lab.days(8);
    String cover = lab.mail(DigestLab.ANN, "[PATCH v2 0/2] pond: tidy up", "", "Why not.");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH v2 1/2] pond: first");
    String single = lab.patch("[PATCH] pond: x");
    Instant end = lab.now();
    String before = lab.full(lab.digest(end));

    lab.days(1);
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH v2 2/2] pond: second");
    lab.answer(DigestLab.BEA, old, "Applied, thanks!");
    lab.answer(DigestLab.ANN, single, "Please ignore this patch.");
    lab.patch("[PATCH v2] pond: x");
    lab.patch("[PATCH RESEND] pond: old");
    lab.answer(DigestLab.BEA, cover, "No.");

    assertThat(before).contains("1 of 2 patches received", "Waiting for review");
    assertThat(lab.full(lab.digest(end))).isEqualTo(before);
    assertThat(lab.full()).isNotEqualTo(before);
  }

  // What only machines read, and what the entry says already, is not repeated.

  @Test
  void aCoverEndsWithItsDiffstatAndLeavesTheShortlogToTheListBelow() {
    String cover =
        lab.mail(
            DigestLab.ANN,
            "[PATCH 0/2] pond: tidy up",
            "",
            """
            Why not.

            Ann Alder (1):
              pond: first

            Bea Birch (1):
              pond: second, with a title so long
                that it is folded

             a.c | 1 +
             1 file changed, 1 insertion(+)
             create mode 100644 a.c

            base-commit: 0123456789012345678901234567890123456789
            --
            2.52.0.239.gd5f0c6e74e-goog""");
    lab.patchBelow(cover, DigestLab.ANN, "[PATCH 1/2] pond: first");
    lab.patchBelow(cover, DigestLab.BEA, "[PATCH 2/2] pond: second");

    assertThat(lab.full())
        .contains(
            """
            Why not.

             a.c | 1 +
             1 file changed, 1 insertion(+)

              1/2 pond: first
              2/2 pond: second (Bea Birch)

            ------""");
  }

  @Test
  void ofAnIncompleteSeriesTheShortlogStays() {
    lab.mail(
        DigestLab.ANN,
        "[PATCH 0/1] pond: tidy up",
        "",
        "Why not.\n\nAnn Alder (1):\n  pond: first\n\n-- \n2.50.1");

    assertThat(lab.full()).contains("Why not.\n\nAnn Alder (1):\n  pond: first\n\n------");
  }

  @Test
  void aTextThatNeverEndsIsCut() {
    lab.mail(DigestLab.ANN, "[PATCH 0/1] pond: x", "", "ribbit\n".repeat(100_000));

    assertThat(lab.full()).hasSizeLessThan(EntryText.MAX_CHARS + 1_000).contains(" more lines]\n");
  }

  @Test
  void everyLineOfTheListIsNewestFirst() {
    List<String> titles = List.of("a", "b", "c");
    titles.forEach(title -> lab.patch("[PATCH] pond: " + title));

    assertThat(lab.lines()).map(line -> line.substring(11, 12)).containsExactly("c", "b", "a");
  }
}
