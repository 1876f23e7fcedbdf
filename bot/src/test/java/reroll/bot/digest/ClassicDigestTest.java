package reroll.bot.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.templates.Templates;
import reroll.templates.digest.ClassicDigestView;
import reroll.templates.digest.CountRow;

class ClassicDigestTest {
  private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");

  /**
   * The proof that this is the same system: a digest of the old script, and the mails behind it.
   */
  @Test
  void aDigestOfTheOldScriptComesOutToTheByte() throws IOException {
    Path expected = SEEDS.resolve("kvm-2025-12-15-digest.txt");
    assumeTrue(Files.exists(expected), "skipped: no sample of the old script at " + expected);
    List<Mail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(SEEDS.resolve("kvm-2025-12-15-mails"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(MailParser.parse(Files.readAllBytes(file)));
      }
    }

    String text = new Templates().text(ClassicDigest.view("08aac4c62", "691cc1899", "kvm", mails));

    assertThat(withoutCommits(text)).isEqualTo(withoutCommits(Files.readString(expected)));
  }

  private static String withoutCommits(String digest) {
    return digest.replaceAll("(?m)(from|From) [0-9a-f]{9} to [0-9a-f]{9}$", "$1 X to Y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[PATCH] pond: x",
        "[PATCH v3] pond: x",
        "[RFC PATCH 2/9] pond: x",
        "=?UTF-8?Q?[PATCH]_pond:_x?=",
        "pond: about PATCH queues",
      })
  void aSubjectWithPatchIsCounted(String subject) {
    assertThat(digest(mail(subject, "A <a@x.example>", "text")).people())
        .containsExactly(new CountRow(1, "A <a@x.example>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Re: [PATCH] pond: x", "RE: [PATCH] x", " re : [PATCH] x", "pond: x", ""})
  void aReplyOrAnythingElseIsNotCounted(String subject) {
    assertThat(digest(mail(subject, "A <a@x.example>", "text")).people()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "[PATCH] x, true",
    "[PATCH net 0/3] x, true",
    "[PATCH net 1/3] x, true",
    "[PATCH net 01/12] x, true",
    "[PATCH net 000/120] x, true",
    "[PATCH net 2/3] x, false",
    "[PATCH net 11/12] x, false",
    "[PATCH v2] x, false",
    "[RFC PATCH] x, false",
  })
  void coversFirstPatchesAndPlainSinglesAreListed(String subject, boolean listed) {
    assertThat(digest(mail(subject, "A <a@x.example>", "text")).entries()).hasSize(listed ? 1 : 0);
  }

  @Test
  void anEncodedSubjectIsCountedButNotRecognised() {
    ClassicDigestView view =
        digest(mail("=?UTF-8?B?W1BBVENIXSBwb25k?=", "A <a@x.example>", "text"));

    assertThat(view.people()).hasSize(1);
    assertThat(view.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "From: Bea <b@y.example>   | Bea <b@y.example> | y.example",
        "From: b@y.example         | b@y.example       | y.example",
        "From the APM Volume 2:    | \"A\" <a@x.example> | x.example",
        "No such line              | \"A\" <a@x.example> | x.example",
      })
  void thePersonIsTheInBodyAuthor(String firstLine, String person, String domain) {
    ClassicDigestView view =
        digest(mail("[PATCH] x", "\"A\" <a@x.example>", firstLine + "\n\ntext"));

    assertThat(view.people()).containsExactly(new CountRow(1, person));
    assertThat(view.domains()).containsExactly(new CountRow(1, domain));
  }

  @Test
  void theEntryNamesTheSenderAndNeverTheInBodyAuthor() {
    ClassicDigestView view =
        digest(mail("[PATCH] x", "\"A\" <a@x.example>", "From: Bea <b@y.example>\n\ntext"));

    assertThat(view.entries().get(0).author()).isEqualTo("A <a@x.example>");
    assertThat(view.entries().get(0).body()).isEqualTo("\ntext");
  }

  @Test
  void aSenderWithoutNameIsCalledByTheLocalPart() {
    assertThat(digest(mail("[PATCH] x", "a@x.example", "text")).entries().get(0).author())
        .isEqualTo("a <a@x.example>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/---/ a.c \\u007C 1 +/ 1 file changed, 1 insertion(+)/ create mode 1 | text/---/ a.c \\u007C 1 +/ 1 file changed, 1 insertion(+)",
        "text/diff --git a b/+x | text",
        "text//// | text",
      })
  void theBodyEndsWithTheDiffstatOrBeforeTheDiff(String body, String shown) {
    assertThat(digest(mail("[PATCH] x", "a@x.example", lines(body))).entries().get(0).body())
        .isEqualTo(lines(shown));
  }

  private static String lines(String text) {
    return text.replace('/', '\n').replace("\\u007C", "|");
  }

  @Test
  void ofAFoldedSubjectTheFirstLineIsTaken() {
    assertThat(digest(mail("[PATCH] pond: a\n b", "a@x.example", "t")).entries().get(0).title())
        .isEqualTo(" pond: a");
  }

  @Test
  void anOlderMailOfTheSameTitleIsSkipped() {
    ClassicDigestView view =
        digest(
            mail("[PATCH 0/2] pond: x", "a@x.example", "old"),
            mail("[PATCH v2 0/2] pond: x", "a@x.example", "new"));

    assertThat(view.entries())
        .containsExactly(
            new ClassicDigestView.Entry(
                "", " pond: x", "[PATCH v2 0/2] pond: x", "a <a@x.example>", "new"),
            new ClassicDigestView.Entry(
                "[PATCH v2 0/2] pond: x", " pond: x", "[PATCH 0/2] pond: x", "", ""));
  }

  @Test
  void aTableHasFifteenRowsEqualOnesFromTheEndOfTheAlphabet() {
    Mail[] mails = new Mail[20];
    for (int i = 0; i < mails.length; i++) {
      mails[i] = mail("[PATCH] x", (char) ('a' + i) + "@x.example", "text");
    }

    assertThat(digest(mails).people())
        .hasSize(15)
        .startsWith(new CountRow(1, "t@x.example"), new CountRow(1, "s@x.example"));
  }

  private static ClassicDigestView digest(Mail... mails) {
    return ClassicDigest.view("a", "b", "pond", List.of(mails));
  }

  private static Mail mail(String subject, String from, String body) {
    String mail = "From: " + from + "\nSubject: " + subject + "\n\n" + body + "\n";
    return MailParser.parse(mail.getBytes(UTF_8));
  }
}
