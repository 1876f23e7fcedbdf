package reroll.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import reroll.golden.Golden;

/**
 * Digests of real archives. Their texts are other people's and stay where they are: what is kept of
 * a digest is how much it holds, and its hash, so that a change is noticed and looked at.
 */
@Isolated("what it changes is the process's")
class RealArchivesTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus");

  private static final List<String> ARCHIVES =
      List.of(
          "batman/Maildir",
          "io-uring-2021/io-uring.mbox.gz",
          "io-uring-2024/io-uring.mbox.gz",
          "ksummit/ksummit.mbox.gz",
          "kvm-ppc/kvm-ppc.mbox.gz",
          "linux-fscrypt/0.git",
          "linux-i3c-epoch/0.git",
          "openbmc/openbmc.mbox.gz",
          "uboot-stm32/eml",
          "util-linux/util-linux.mbox");

  private static final Pattern SECTION = Pattern.compile("(?m)^===== (.*?) =====$");

  @Test
  void digestsOfRealArchivesAreTheSameAsEver() throws IOException {
    assumeTrue(Files.exists(CORPUS), "skipped: no real mail at " + CORPUS);
    StringBuilder kept = new StringBuilder();
    for (String archive : ARCHIVES) {
      String text = digest("--archive", CORPUS.resolve(archive).toString(), "..2026-11-01");
      kept.append(archive).append(": ").append(summary(text)).append('\n');
    }
    Golden.besides(RealArchivesTest.class).check("real-archives.txt", kept.toString());
  }

  /** The two lines with the names of commits aside: a folder of mails has none. */
  @Test
  void theClassicDigestIsThatOfTheOldScript() throws IOException {
    Path seeds = CORPUS.resolveSibling("seeds");
    assumeTrue(Files.exists(seeds), "skipped: no sample of the old script at " + seeds);
    String old = Files.readString(seeds.resolve("kvm-2025-12-15-digest.txt"));
    String mails = seeds.resolve("kvm-2025-12-15-mails").toString();

    String text = digest("--archive", mails, "--format", "classic", "--list-name", "kvm");

    assertThat(text).startsWith("From ").contains("\nKVM mailing list update from ");
    assertThat(text.lines().skip(2)).containsExactlyElementsOf(old.lines().skip(2).toList());
  }

  @Test
  void theSameWindowReadsTheSameInAnyZoneAndLanguageOfTheMachine() throws IOException {
    assumeTrue(Files.exists(CORPUS), "skipped: no real mail at " + CORPUS);
    String[] arguments = {
      "--archive", CORPUS.resolve("openbmc/openbmc.mbox.gz").toString(), "2025-11-17..2025-12-01"
    };
    String here = digest(arguments);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-deva"));
      assertThat(digest(arguments)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(here).contains("OPENBMC mailing list update", "2025-11-17 00:00 to 2025-12-01");
  }

  @Test
  void noEntryOfARealDigestRepeatsItselfOrHoldsWhatOnlyMachinesRead() throws IOException {
    assumeTrue(Files.exists(CORPUS), "skipped: no real mail at " + CORPUS);
    for (String archive : ARCHIVES) {
      String text = digest("--archive", CORPUS.resolve(archive).toString(), "..2026-11-01");

      assertThat(text).as(archive).doesNotContain("\ndiff --git ").doesNotContain("\u001B");
      assertThat(text).as(archive).doesNotContainPattern("(?m)^ create mode \\d{6} ");
      assertThat(lines(text)).as(archive).doesNotHaveDuplicates();
    }
  }

  /** The lines of the patch list but for those of the same mail under two headings. */
  private static List<String> lines(String text) {
    int from = text.indexOf("===== Patch list");
    int to = text.indexOf("\n=====", from + 1);
    return text.substring(from, to < 0 ? text.length() : to)
        .lines()
        .filter(line -> line.startsWith("[") && !line.contains(" — skipped"))
        .toList();
  }

  private static String summary(String text) {
    var sections = new TreeMap<String, Long>();
    String[] parts = SECTION.split(text, -1);
    var names = SECTION.matcher(text).results().map(match -> match.group(1)).toList();
    for (int i = 0; i < names.size(); i++) {
      sections.put(names.get(i), parts[i + 1].lines().filter(line -> !line.isBlank()).count());
    }
    String counts =
        text.lines().filter(line -> line.matches("\\d+ patch.* domains?")).findFirst().orElse("");
    return counts + "; lines by section " + sections + "; SHA-256 " + sha256(text);
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Prints a digest as the command line does. */
  private static String digest(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new DigestCli());
    line.setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isZero();
    return out.toString();
  }
}
