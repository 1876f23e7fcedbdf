package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What authors say to be new in v3, in the shapes in which they say it (PEERS D.5, A07). */
class ChangelogTest {
  private static final Version V3 = Version.of(3);

  private static Optional<String> below(String notes) {
    return Changelog.in(notes, "", V3);
  }

  private static Optional<String> above(String message) {
    return Changelog.in("", message, V3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Changes in v3:",
        "Changes in v3",
        "Changes in V3:",
        "changes in v3 :",
        "Changes in v3;",
        "Changes in v3.",
        "Changes in v3：",
        "* Changes in v3:",
        "## Changes in v3",
        "**Changes in v3:**",
        "Changes in RFC v3:",
        "Changes in PATCH v3:",
        "Changes in v.3:",
        "Changes in version v3:",
        "Changes for v3:",
        "Changes to v3:",
        "Changes on v3:",
        "Changes made in v3:",
        "Changes done in v3:",
        "Main change in v3:",
        "Main changes in v3:",
        "Significant changes in V3:",
        "Noticeable changes in v3:",
        "Changelog v3:",
        "Change log in v3:",
        "What's new in v3?",
        "New in v3:",
        "Updates in v3:",
        "Changed in v3:",
        "In v3:",
        "v3:",
        "V3:",
        "v3",
        "[v3]",
        "- v3:",
        "v3 changes:",
        "V3 Changes",
        "v3 changelog:",
        "v3 (rebased on v6.18-rc1):",
        "Changes since v2:",
        "Changes since v2",
        "Changes since RFC v2:",
        "Changes since v2 RFC:",
        "Changes since v2 [1]:",
        "Changes since v2 (https://lore.example/r/1):",
        "Changes from v2:",
        "Changes vs v2:",
        "Changes vs. v2:",
        "Changes wrt v2:",
        "Changes compared to v2:",
        "Changes over v2:",
        "Changes after v2:",
        "Changes against v2:",
        "The main changes since v2 are:",
        "Bug fixes since V2:",
        "Differences from v2:",
        "Since v2:",
        "since v2:",
        "From v2:",
        "* From v2 [1]:",
        "Changes since v1:",
        "v2 -> v3:",
        "v2 --> v3",
        "v2->v3:",
        "V2=>V3:",
        "v2 → v3:",
        "v2..v3:",
        "v2…v3:",
        "v2 to v3:",
        "From v2 to v3:",
        "Changes v2 -> v3",
        "Changes from v2 to v3:",
        "Changes between v2 and v3:",
        "Changelog in v2 -> v3",
        "Change log. V2->V3:",
        "RFC v2 -> PATCH v3:",
        "v2[1] -> v3:",
        "v2 -> v3 changes include:",
        "v3->v2:",
        "Changes in v3 [2]:",
        "Changes in v3 (2026-03-01):",
      })
  void aHeadingIsRecognised(String heading) {
    assertThat(below(heading + "\n- one\n- two\n")).as(heading).contains("- one\n- two");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "v3: rebased                     | rebased",
        "v3 - rebased                    | rebased",
        "Changes in v3: rebased          | rebased",
        "v2 -> v3: rebased               | rebased",
        "v2 -> v3 rebased onto the pond  | rebased onto the pond",
        "v2…v3: rebased to -rc3          | rebased to -rc3",
        "since v2: rebased               | rebased",
        "[v3] rebased, and a typo fixed  | rebased, and a typo fixed",
      })
  void oneLineMayHoldItAll(String line, String said) {
    assertThat(below(line)).contains(said);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "This is v3 of the series.",
        "v3 is based on the pond tree",
        "Here's v3, rebased.",
        "As I said on v3 of this patch, frogs jump.",
        "No changes since v2 outside of a comment",
        "cgroup v3 users see this too",
        "[PATCH v3 1/2] pond: a title",
        "Capabilities: [100 v3] Frog Status",
        "> Changes in v3:",
        "Changes in v1:",
        "v3: https://lore.example/r/frog-v3-0@mails.example",
      })
  void proseIsNoHeading(String line) {
    assertThat(below(line + "\n- one\n").filter(said -> !said.equals("- one"))).isEmpty();
    assertThat(below(line + "\n\nRegards\n")).isEmpty();
  }

  @Test
  void onlyTheNewestBlockCountsWhicheverWayTheyAreOrdered() {
    assertThat(below("v3:\n- new\n\nv2:\n- old\n\nv1:\n- first\n")).contains("- new");
    assertThat(below("v1:\n- first\n\nv2:\n- old\n\nv3:\n- new\n")).contains("- new");
    assertThat(below("v1 -> v2:\n- old\nv2 -> v3:\n- new\n")).contains("- new");
    assertThat(below("Changes since v1:\n- old\nChanges since v2:\n- new\n")).contains("- new");
    assertThat(below("v3: new\nv2: old\n")).contains("new");
  }

  @Test
  void whatIsNewInAnotherVersionIsNotNewInThisOne() {
    assertThat(below("Changes in v2:\n- old\n")).isEmpty();
    assertThat(below("Changes in v4:\n- not yet\n")).isEmpty();
    assertThat(below("v1 -> v2:\n- old\n")).isEmpty();
  }

  @Test
  void aVersionThatWasSkippedHasItsChangesSinceTheLastOnePosted() {
    assertThat(Changelog.in("Changes since v1:\n- all of it\n", "", Version.of(6)))
        .contains("- all of it");
  }

  @Test
  void aVersionWithAFractionIsCountedWithItsWhole() {
    assertThat(Changelog.in("v2.1:\n- a fix\n", "", new Version(2, 1))).contains("- a fix");
  }

  @Test
  void theNotesComeBeforeTheText() {
    assertThat(Changelog.in("v3:\n- in the notes\n", "v3:\n- in the text\n", V3))
        .contains("- in the notes");
    assertThat(above("Frogs jump.\n\nChanges in v3:\n- one\n\nSigned-off-by: A <a@a.example>\n"))
        .contains("- one");
  }

  @Test
  void aHeadingWithoutAVersionServesWhereThereIsNoOther() {
    assertThat(below("Changelog:\n- one\n")).contains("- one");
    assertThat(below("Changes from the previous version:\n\n  one\n")).contains("one");
    assertThat(below("Changes:\n- one\n")).contains("- one");
    assertThat(below("Changelog:\nv3:\n- one\n")).contains("- one");
    assertThat(below("Changelog:\nv2:\n- old\n")).isEmpty();
  }

  @Test
  void whatAPatchChangesIsNotWhatItsVersionChanges() {
    assertThat(above("This makes frogs jump. Changes:\nChanges:\n- the jump\n")).isEmpty();
  }

  @Test
  void headingsMayBeUnderlined() {
    assertThat(below("Changes in v3:\n==============\n- one\n")).contains("- one");
    assertThat(below("Changes in v3:\n--------------\n\n* one\n")).contains("* one");
  }

  @Test
  void linksBetweenTheLinesAreLeftOut() {
    assertThat(
            below(
                """
                v2 -> v3
                  v2: https://lore.example/r/frog-v2-0@mails.example

                  - Patch 1
                    Fix a typo
                - Link to v2: https://lore.example/r/frog-v2-0@mails.example

                v1 -> v2
                  - old
                """))
        .contains("  - Patch 1\n    Fix a typo".stripIndent());
    assertThat(below("Changes since v2 [1]:\n- one\n\n[1]: https://lore.example/r/1\n"))
        .contains("- one");
    assertThat(below("Changes since v2 [1]:\n- one\n\n[1]\nhttps://lore.example/r/1\n"))
        .contains("- one");
  }

  @Test
  void aListOfLinksIsNoChangelog() {
    assertThat(below("v3: https://a.example/3\nv2: https://a.example/2\nv1: https://a.example/1\n"))
        .isEmpty();
    assertThat(below("Changes in v3:\n- Link to v2: https://a.example/2\n")).isEmpty();
    assertThat(below("Changes in v3:\n- EDITME: describe what is new in this series\n")).isEmpty();
  }

  @Test
  void aLinkMayStandInTheHeadingOfWhatIsNew() {
    assertThat(below("v3: https://a.example/3\n - one\nv2: https://a.example/2\n - old\n"))
        .contains("- one");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "---",
        "-- ",
        " pond.c | 2 +-",
        "pond.c | 2 +-",
        " 1 file changed, 1 insertion(+)",
        "\nAnn Alder (2):",
        "\nThe branch lives at the pond.",
        "[PATCH v3 1/2] pond: one\n[PATCH v3 2/2] pond: two",
      })
  void aBlockEndsWhereSomethingElseBegins(String next) {
    assertThat(below("v3:\n- one\n" + next + "\n- two\n")).contains("- one");
  }

  @Test
  void aBlockGoesOnOverBlankLinesWhileItsListDoes() {
    assertThat(below("v3:\n\n- one\n\n- two\n  goes on\n\n1. three\n\nRegards\n"))
        .contains("- one\n\n- two\n  goes on\n\n1. three");
  }

  @Test
  void changesByPatchStayTogether() {
    assertThat(below("v3:\n[PATCH 1/2]: one\n[PATCH 2/2]: two\n"))
        .contains("[PATCH 1/2]: one\n[PATCH 2/2]: two");
  }

  @Test
  void indentsCommonToAllLinesAreTakenAway() {
    assertThat(below("v3:\n\t- one\n\t  more\n")).contains("- one\n  more");
    assertThat(below("v3: one\n    two\n      more\n")).contains("one\ntwo\n  more");
  }

  @Test
  void aLongBlockIsCutAtALineAndSaysSo() {
    String said = below("v3:\n" + "- a line of thirty characters\n".repeat(2_000)).orElseThrow();

    assertThat(said.lines().count()).isLessThanOrEqualTo(Changelog.MAX_LINES);
    assertThat(below("v3:\n" + ("- " + "x".repeat(98) + "\n").repeat(30)).orElseThrow())
        .hasSizeLessThanOrEqualTo(Changelog.MAX_CHARS + 2)
        .endsWith("x\n…");
  }

  @Test
  void aMailWithoutOneHasNone() {
    assertThat(Changelog.in("", "", V3)).isEmpty();
    assertThat(Changelog.in(" pond.c | 2 +-\n", "Frogs jump.", V3)).isEmpty();
  }
}
