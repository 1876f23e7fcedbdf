package reroll.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong use is answered with one line, and its exit code tells a script. */
class CommandLinesTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void anArchive() throws IOException {
    Files.write(
        folder.resolve("pond.eml"),
        "From: Ann <a@x.example>\nDate: Mon, 2 Mar 2026 08:00:00 +0000\nSubject: [PATCH] frog\n\nSo.\n"
            .getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "digset | There is no command 'digset'; did you mean digest? 'reroll --help' says more.",
        "xyzzy | There is no command 'xyzzy'. 'reroll --help' says more.",
        "digest | Missing required argument (specify one of these):"
            + " (--archive=PATH | --lore=LIST | --url=URL). 'reroll digest --help' says more.",
        "digest --archive . --lore kvm | --archive=PATH, --lore=LIST are mutually exclusive",
        "digest --lore ../kvm | Invalid value for option '--lore': '../kvm' is no list's name;",
        "digest --archive . a..b c..d | Unmatched argument at index 4: 'c..d'.",
        "digest --archive . --since ever | 'ever' is no window; windows are 24h,",
        "digest --archive . --since 1d --as-of soon | --as-of: 'soon' is no date of the past;",
        "digest --archive . --since 1d --as-of 2999-01-01 | --as-of: '2999-01-01' is no date of",
        "digest --archive . --since 1d --from 2026-03-01 | Give the window once:",
        "digest --archive . 2026-03-08..2026-03-01 | 2026-03-08 does not come before 2026-03-01:",
        "digest --archive . deadbeef.. | Nothing in this archive is called deadbeef;",
        "digest --archive . --format xml | Invalid value for option '--format': expected one of",
        "digest --archive . --zone Mars | Invalid value for option '--zone': 'Mars' is no time"
            + " zone;",
        "series --archive . --format xml | Invalid value for option '--format':",
        "run | Missing required option: '--config=FILE'.",
        "demo --pace fast | Invalid value for option '--pace':",
      })
  void aWrongUseIsOneLineAndExitCode2(String arguments, String line) {
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("reroll: " + line).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "digest --archive ./nowhere            | nowhere does not exist",
        "digest --archive . --mailmap ./nobody | nobody: there is no such file",
      })
  void whatFailsIsOneLineAndExitCode1(String arguments, String line) {
    assertThat(execute(arguments)).isEqualTo(1);
    assertThat(err.toString()).startsWith("reroll: ").contains(line).hasLineCount(1);
  }

  @Test
  void aFileWhereTheStateFolderShouldBeIsTold() throws IOException {
    configure(folder.resolve("pond.eml"));
    assertThat(execute("run --config ./reroll.yaml")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("reroll: the state folder " + folder.resolve("pond.eml") + " cannot be used: ")
        .endsWith("pond.eml: this is a file, not a folder\n")
        .hasLineCount(1);
  }

  @Test
  void aStateOfALaterProgramIsRefusedAndLeftAlone() throws IOException {
    Path state = Files.createDirectory(folder.resolve("state"));
    Path snapshot = state.resolve("snapshot-000000000007.json.gz");
    byte[] later = "reroll-snapshot 99 00000000\nwho knows".getBytes(UTF_8);
    Files.write(snapshot, later);
    configure(state);
    assertThat(execute("run --config ./reroll.yaml")).isEqualTo(1);
    assertThat(err.toString())
        .contains("it has schema 99, this program knows up to ")
        .hasLineCount(1);
    assertThat(snapshot).hasBinaryContent(later);
  }

  @Test
  void aMailmapThatIsNoTextIsTold() throws IOException {
    Files.write(folder.resolve("mailmap"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(execute("digest --archive . --mailmap ./mailmap")).isEqualTo(1);
    assertThat(err.toString()).contains("mailmap: this is not UTF-8").hasLineCount(1);
  }

  private void configure(Path state) throws IOException {
    Path mails = Files.createDirectory(folder.resolve("mails"));
    Files.writeString(
        folder.resolve("reroll.yaml"),
        "state: " + state + "\nlists: {a: {archive: {type: files, path: " + mails + "}}}\n");
  }

  @Test
  void whatWorksSaysNothingElse() {
    assertThat(execute("digest --archive . ..2026-11-01")).isZero();
    assertThat(out.toString()).contains("[v1] frog (1 patch, Ann) — new");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aWindowBeforeTheArchiveIsSaidToBeIncomplete() {
    assertThat(execute("digest --archive . 2026-01-01..2026-11-01")).isZero();
    assertThat(out.toString()).contains("Incomplete: the archive begins at 2026-03-02 08:00 UTC\n");
  }

  @Test
  void asOfAMomentTheTextIsAsItWasThen() {
    assertThat(execute("digest --archive . --since 7d --as-of 2026-03-03T09:00")).isZero();
    assertThat(out.toString())
        .contains("2026-02-24 09:00 to 2026-03-03 09:00 UTC")
        .contains("[v1] frog (1 patch, Ann) — new");
  }

  private int execute(String arguments) {
    String[] words = arguments.strip().split(" +");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replaceFirst("^\\.(?=$|/)", folder.toString());
    }
    return CommandLines.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }
}
