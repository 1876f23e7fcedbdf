package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a series. Numbers are those of docs/classic-digest.md. */
class FullDigestStandingTest {
  private final DigestLab lab = new DigestLab();

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
            "[v3] pond: second (2/3 anew, the rest as in v2, Ann Alder)" + " — v2 -> v3 in part",
            "[v2] pond: tidy up (3 patches, Ann Alder) — new here, earlier versions not seen");
    assertThat(lab.full())
        .contains("v2 -> v3 in part: pond: second\n")
        .contains("2/3 anew, the rest as in v2\n");
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
        .endsWith("===== Pull requests =====\n\npond fixes for 7.1 (Ann Alder) — v1 -> v2\n")
        .doesNotContain("Patch list");
  }

  @Test
  void aPullRequestThatWasMergedIsNoPatch() {
    String pull = lab.mail(DigestLab.ANN, "[GIT PULL] pond fixes for 7.1", "", "Please pull.");
    lab.answer("pr-tracker-bot@kernel.org", pull, "has been merged into pond/lake.git:");

    assertThat(lab.full())
        .contains(
            "[v1] pond fixes for 7.1 (pull request, Ann Alder) — merged into pond/lake.git\n");
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
}
