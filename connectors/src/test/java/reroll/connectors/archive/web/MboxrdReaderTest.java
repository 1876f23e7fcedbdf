package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reroll.connectors.archive.ArchiveSource;

class MboxrdReaderTest {
  private static final String[] LINES = {
    "",
    "",
    "From ",
    "From mboxrd@z Thu Jan  1 00:00:00 1970",
    ">From x",
    ">>From x",
    "> From",
    "From:",
    "\r",
    "\0",
    "\u00ff",
    "x".repeat(65_535),
    "x".repeat(65_536),
    "x".repeat(65_536) + "From "
  };

  @RepeatedTest(50)
  void everyMailComesAsItWas() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> sent = new ArrayList<>();
    for (int mails = random.nextInt(5); mails >= 0; mails--) {
      StringBuilder mail = new StringBuilder("Subject: x\n\n");
      for (int i = random.nextInt(12); i > 0; i--) {
        mail.append(LINES[random.nextInt(LINES.length)]).append('\n');
      }
      sent.add(mail.toString());
    }

    assertThat(read(mbox(sent))).as("seed %d", seed).isEqualTo(sent);
  }

  @Test
  void mailsWithCarriageReturnsAreParted() throws Exception {
    String separator = "From mboxrd@z Thu Jan  1 00:00:00 1970\r\n";

    assertThat(read(separator + "A: b\r\n\r\nx\r\n\n" + separator + "C: d\r\n\r\n\n"))
        .containsExactly("A: b\r\n\r\nx\r\n", "C: d\r\n\r\n");
  }

  @Test
  void aMailWithoutANewlineAtItsEndKeepsItsEnd() throws Exception {
    assertThat(read(mbox(List.of("A: b\n\nno newline")))).containsExactly("A: b\n\nno newline");
  }

  @Test
  void nothingIsNoMail() throws Exception {
    assertThat(read("")).isEmpty();
  }

  @Test
  void whatIsNoMboxIsRefused() {
    assertThatThrownBy(() -> read("<html>")).hasMessageContaining("something else");
    assertThatThrownBy(() -> read("From ann@x Mon Mar  2 10:00:00 2026\nA: b\n\n"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aMailOverTheLimitIsCutWhileItComes() throws Exception {
    String huge = "A: b\n\n" + "x".repeat(ArchiveSource.MAX_MAIL_BYTES);
    WireMail mail = new MboxrdReader(in(mbox(List.of(huge)))).next().orElseThrow();

    assertThat(mail.bytes()).hasSize(ArchiveSource.MAX_MAIL_BYTES);
    assertThat(mail.size()).isEqualTo(huge.length());
  }

  @Test
  void aHeaderIsReadAsTheServerReadsIt() {
    WireMail mail =
        new WireMail(
            """
            Received: from a by b; no date
            Received: from c by d
            \tfor <x@y>; Mon, 02 Mar 2026 11:00:00 +0100 (CET)
            Received: from e by f; Sun, 1 Mar 2026 00:00:00 +0000
            Message-ID:
             <odd/id@x>
            MESSAGE-ID: <2026.1@z>
            References: <a@x>
            \t<b@x>
            In-Reply-To: Ann's mail <c@x> of today
            Date: Mon, 2 Feb 2032 10:00:00 +0000

            Message-ID: <body@x>
            """
                .getBytes(ISO_8859_1),
            0);

    assertThat(mail.ids()).extracting(EscapedId::text).containsExactly("odd%2Fid@x", "2026.1@z");
    assertThat(new MailHeader(mail.bytes()).references())
        .extracting(EscapedId::text)
        .containsExactly("a@x", "b@x", "c@x");
    assertThat(mail.second()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void aMailIsFoundByItsDateWhereNoServerDatedItButDidNotArriveThen() {
    WireMail mail = new WireMail("Date: Mon, 2 Feb 2026 10:00:00 GMT\n\n".getBytes(ISO_8859_1), 0);

    assertThat(mail.second()).isEqualTo(Instant.parse("2026-02-02T10:00:00Z"));
    assertThat(mail.entry("x").arrived()).isEqualTo(Instant.EPOCH);
  }

  private static String mbox(List<String> mails) {
    List<StoredMail> stored =
        mails.stream().map(mail -> new StoredMail(1, List.of("1"), mail, Instant.EPOCH)).toList();
    return new String(FakeInbox.mbox(stored), ISO_8859_1);
  }

  private static List<String> read(String mbox) throws IOException {
    MboxrdReader reader = new MboxrdReader(in(mbox));
    List<String> mails = new ArrayList<>();
    for (Optional<WireMail> mail = reader.next(); mail.isPresent(); mail = reader.next()) {
      mails.add(new String(mail.get().bytes(), ISO_8859_1));
    }
    return mails;
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }
}
