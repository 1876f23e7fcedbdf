package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary of changes as git prints it (PEERS A08). */
class DiffstatTest {
  private static Diffstat stat(String... lines) {
    return Diffstat.lastIn(String.join("\n", lines) + "\n").orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` 1 file changed, 2 insertions(+), 3 deletions(-)`    | 1 | 2 | 3",
        "` 12 files changed, 1 insertion(+), 1 deletion(-)`    | 12 | 1 | 1",
        "` 1 file changed, 2 insertions(+)`                    | 1 | 2 | 0",
        "` 1 file changed, 3 deletions(-)`                     | 1 | 0 | 3",
        "` 2 files changed, 0 insertions(+), 0 deletions(-)`   | 2 | 0 | 0",
        "` 2 files changed`                                    | 2 | 0 | 0",
        "` 1 file changed, 2 insertions(+)  `                  | 1 | 2 | 0",
      })
  void theSummaryTellsHowMuch(String summary, int files, int added, int removed) {
    Diffstat stat = stat(" frog.c | 5 ++---", summary);

    assertThat(stat.changed()).isEqualTo(files);
    assertThat(stat.added()).isEqualTo(added);
    assertThat(stat.removed()).isEqualTo(removed);
    assertThat(stat.files()).containsExactly("frog.c");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "pond/frog.c              |  10 +++++-----; pond/frog.c",
        "pond/frog.c              | 1000 +; pond/frog.c",
        "pond/frog.c | 0; pond/frog.c",
        "pond/{frog.c => toad.c}  |   2 +-; pond/toad.c",
        "{pond => lake}/frog.c    |   0; lake/frog.c",
        "pond/{ => deep}/frog.c   |   0; pond/deep/frog.c",
        "pond/{deep => }/frog.c   |   0; pond/frog.c",
        "frog.c => toad.c         |   4 ++--; toad.c",
        "pond/frog.png            | Bin 0 -> 1234 bytes; pond/frog.png",
        "pond/frog.png            | Bin; pond/frog.png",
        "pond/a frog.c            |   1 +; pond/a frog.c",
        "run.sh | 0; run.sh",
        "pond/frog.c (new)        |   1 +; pond/frog.c (new)",
        "frog.c                   | Unmerged; frog.c",
      })
  void aLineNamesAFile(String line, String path) {
    assertThat(stat(" " + line, " 1 file changed, 1 insertion(+)").files()).containsExactly(path);
  }

  @Test
  void aPathThatGitCutIsNotKept() {
    Diffstat stat =
        stat(" .../deep/down/frog.c | 2 +-", " newt.c | 1 +", " 2 files changed, 1 insertion(+)");

    assertThat(stat.files()).containsExactly("newt.c");
    assertThat(stat.changed()).isEqualTo(2);
  }

  @Test
  void ofManyFilesTheFirstAreKept() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 385; i++) {
      text.append(" pond/frog").append(i).append(".c | 2 +-\n");
    }
    Diffstat stat = stat(text + " 385 files changed, 385 insertions(+), 385 deletions(-)");

    assertThat(stat.files()).hasSize(Diffstat.MAX_FILES);
    assertThat(stat.changed()).isEqualTo(385);
  }

  @Test
  void theLastOfTwoIsThatOfTheWhole() {
    Diffstat stat =
        stat(
            " tests/frog.c | 9 +++++++++",
            " 1 file changed, 9 insertions(+)",
            "",
            "And all of it:",
            " pond/frog.c | 1 +",
            " tests/frog.c | 9 +++++++++",
            " 2 files changed, 10 insertions(+)");

    assertThat(stat.files()).containsExactly("pond/frog.c", "tests/frog.c");
    assertThat(stat.added()).isEqualTo(10);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "no diffstat",
        " frog.c | 5 ++---",
        "1 file changed, 2 insertions(+)",
        "> 1 file changed, 2 insertions(+)",
        " table | of words",
        " 99999999 files changed",
      })
  void withoutASummaryThereIsNone(String line) {
    assertThat(Diffstat.lastIn(line + "\n")).isEmpty();
  }

  @Test
  void aTextIsCutBehindItsFirstSummary() {
    String upTo = "Frogs.\n frog.c | 1 +\n 1 file changed, 1 insertion(+)\n";

    assertThat(Diffstat.upToSummary(upTo + "\nmore\n")).isEqualTo(upTo);
    assertThat(Diffstat.upToSummary("Frogs.\n")).isEqualTo("Frogs.\n");
  }
}
