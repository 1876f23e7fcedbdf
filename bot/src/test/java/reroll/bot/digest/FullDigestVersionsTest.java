package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.digest.Digest.Count;

/** What follows what, in and across windows. Numbers are those of docs/classic-digest.md. */
class FullDigestVersionsTest {
  private final DigestLab lab = new DigestLab();

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
}
