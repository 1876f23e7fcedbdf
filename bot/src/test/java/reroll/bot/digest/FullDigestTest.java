package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the full form mends of the classic one: the list and the entries. Numbers are those of
 * docs/classic-digest.md.
 */
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
