package reroll.bot.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.PatchMail;

/** The same branches, told by git and by us. */
class RangeDiffOracleTest {
  @TempDir private Path folder;

  @BeforeAll
  static void gitIsThere() {
    assumeTrue(GitRepository.isThereGit(), "there is no git on the PATH to compare with");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theTextIsThatOfGitWithoutTheNamesOfCommits(int seed) throws Exception {
    GitRepository git = GitRepository.create(folder.resolve("git"));
    git.add(GeneratedSeries.of(seed));

    String said = RangeDiffText.of(SeriesComparison.of(mailed(git, "left"), mailed(git, "right")));

    String wanted = git.run("range-diff", "--no-color", "base..left", "base..right");
    assertThat(plain(said)).isEqualTo(plain(wanted)).isNotEmpty();
  }

  /** The patches of a branch, by way of the mails that git makes of them. */
  private List<PatchForm> mailed(GitRepository git, String branch) throws Exception {
    Path mails = folder.resolve(branch);
    git.run("format-patch", "-q", "-n", "-o", mails.toString(), "base.." + branch);
    try (Stream<Path> files = Files.list(mails)) {
      return files.sorted().map(RangeDiffOracleTest::form).toList();
    }
  }

  private static PatchForm form(Path file) {
    try {
      Mail mail = MailParser.parse(Files.readAllBytes(file));
      PatchMail patch = (PatchMail) MailReader.read(mail);
      return PatchForm.of(mail, patch.subject(), patch.author());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> plain(String text) {
    return text.lines()
        .map(
            line ->
                line.replaceAll("^( *(?:\\d+|-)): +\\S+ ([=!<>]) +(\\d+|-): +\\S+ ", "$1: $2 $3: "))
        .map(String::stripTrailing)
        .toList();
  }
}
