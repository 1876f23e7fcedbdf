package reroll.bot.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Mail.Defect;

/** What a mail's header says, and what becomes of mails without one (PEERS G18 to G20). */
class MailParserTest {
  private static List<String> parents(String... fields) {
    return Letter.with(fields).parsed().parents().stream().map(MessageId::value).toList();
  }

  private static String id(String field) {
    return Letter.with(field).parsed().id().value();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Message-ID: <a@b>                                  | a@b",
        "Message-Id:\\n <a@b>                               | a@b",
        "Message-ID: <a\\n @b>                              | a@b",
        "Message-ID: a@b                                    | a@b",
        "Message-ID: < a@b >                                | a@b",
        "Message-ID: <a@b> (a comment)                      | a@b",
        "Message-ID: <a@b> <c@d>                            | a@b",
        "Message-ID: <a@b>\\nMessage-ID: <c@d>              | a@b",
        "Message-Id: =?utf-8?q?=3C2023-frog-v1-1=40b=3E?=   | 2023-frog-v1-1@b",
        "Message-Id: =?utf-8?q?=3Ca-long-?=\\n =?utf-8?q?id=40b=3E?= | a-long-id@b",
        "Message-ID: <Case/Matters%25+x@B>                  | Case/Matters%25+x@B",
      })
  void theIdIsReadHoweverItIsWritten(String field, String id) {
    assertThat(id(field.translateEscapes())).isEqualTo(id);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Subject: x", "Message-ID:", "Message-ID: <>", "Message-ID: nothing"})
  void aMailWithoutAnIdGetsOneFromItsBytes(String field) {
    Mail mail = Letter.with(field).parsed();

    assertThat(mail.defects()).contains(Defect.NO_ID);
    assertThat(mail.id().value()).matches("[0-9a-f]{24}@no-id\\.reroll\\.invalid");
    assertThat(Letter.with(field).parsed().id()).isEqualTo(mail.id());
    assertThat(Letter.with(field).says("else").parsed().id()).isNotEqualTo(mail.id());
  }

  @Test
  void theParentIsInReplyToAndTheRestComesFromReferences() {
    assertThat(parents("In-Reply-To: <c@d>", "References: <root@d> <b@d> <c@d>"))
        .containsExactly("c@d", "b@d", "root@d");
    assertThat(parents("In-Reply-To: <x@d>", "References: <root@d> <c@d>"))
        .containsExactly("x@d", "c@d", "root@d");
    assertThat(parents("References: <root@d>\n\t<b@d>")).containsExactly("b@d", "root@d");
    assertThat(parents("In-Reply-To: <b@d> <c@d>")).containsExactly("b@d", "c@d");
    assertThat(parents("In-Reply-To: Your message of Monday <b@d> (really)"))
        .containsExactly("b@d");
    assertThat(parents("In-Reply-To: b@d")).containsExactly("b@d");
    assertThat(parents("In-Reply-To: =?utf-8?q?=3Cb=40d=3E?=")).containsExactly("b@d");
    assertThat(parents("In-Reply-To: ", "References: ")).isEmpty();
    assertThat(parents("Subject: x")).isEmpty();
  }

  @Test
  void aMailIsNotItsOwnParent() {
    assertThat(parents("Message-ID: <a@b>", "In-Reply-To: <a@b>")).isEmpty();
    assertThat(parents("Message-ID: <a@b>", "In-Reply-To: <a@b>", "References: <r@b> <a@b>"))
        .containsExactly("r@b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Subject: [PATCH] a title                               | [PATCH] a title",
        "Subject: [PATCH]\\n a title                            | [PATCH] a title",
        "Subject: [PATCH]\\n\\ta title                          | [PATCH] a title",
        "Subject: =?utf-8?q?=5BPATCH=5D?= caf=C3=A9             | [PATCH] caf=C3=A9",
        "Subject: =?utf-8?q?=5BPATCH_v2=5D_ca?=\\n =?utf-8?q?f=C3=A9?= | [PATCH v2] café",
        "Subject: [PATCH] café                                  | [PATCH] café",
      })
  void theSubjectIsOneLineOfText(String field, String subject) {
    assertThat(Letter.with(field.translateEscapes()).parsed().subject()).isEqualTo(subject);
  }

  @Test
  void aSubjectOfRawBytesIsReadAsWhatItCanBe() {
    assertThat(Letter.with("Subject: [PATCH] caf\u00E9").inBytes().parsed().subject())
        .isEqualTo("[PATCH] café");
    assertThat(Letter.with("Subject: [PATCH] a\0b").parsed().subject()).isEqualTo("[PATCH] ab");
  }

  @Test
  void aSubjectWithoutEndIsCut() {
    Mail mail = Letter.with("Subject: [PATCH] " + "x".repeat(10 << 20)).parsed();

    assertThat(mail.subject()).hasSize(MailParser.MAX_SUBJECT_CHARS).startsWith("[PATCH] xxx");
    assertThat(mail.defects()).contains(Defect.CUT);
    assertThat(Letter.with("Subject: " + "x".repeat(999) + "\uD83D\uDC38").parsed().subject())
        .isEqualTo("x".repeat(999));
  }

  @Test
  void withoutSubjectThereIsAnEmptyOne() {
    assertThat(Letter.with("From: a@b.example").parsed().subject()).isEmpty();
    assertThat(Letter.with("Subject:").parsed().subject()).isEmpty();
  }

  @Test
  void datesAreTakenWhereTheyCanBeRead() {
    Mail mail =
        Letter.with(
                "Received: from a by b; Mon, 2 Mar 2026 10:00:00 +0000",
                "Received: from c by a; Mon, 2 Mar 2026 09:00:00 +0000",
                "Date: Wed, 15 Sep 2077 00:13:18 +0000")
            .parsed();

    assertThat(mail.received()).contains(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(mail.date()).contains(Instant.parse("2077-09-15T00:13:18Z"));
    assertThat(Letter.with("Date: soon", "Received: here").parsed().date()).isEmpty();
    assertThat(Letter.with("Date: soon", "Received: here").parsed().received()).isEmpty();
    assertThat(Letter.with("Subject: x").parsed().date()).isEmpty();
  }

  @Test
  void theFromHeaderMayBeAnything() {
    assertThat(Letter.with("From: foo bar baz").parsed().from())
        .isEqualTo(new Person("foo bar baz", ""));
    assertThat(Letter.with("From: =?utf-8?q?J=C3=BCrgen?= <j@b.example>").parsed().from())
        .isEqualTo(new Person("Jürgen", "j@b.example"));
    assertThat(Letter.with("From: J\u00FCrgen <j@b.example>").inBytes().parsed().from())
        .isEqualTo(new Person("Jürgen", "j@b.example"));
    assertThat(Letter.with("Subject: x").parsed().from()).isEqualTo(Person.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 1_000, 1 << 20})
  void onlyNulsAreAMailThatSaysNothing(int size) {
    Mail mail = MailParser.parse(new byte[size]);

    assertThat(mail.defects()).contains(Defect.NO_ID);
    assertThat(mail.subject()).isEmpty();
    assertThat(MailReader.read(mail)).isInstanceOf(Reply.class);
  }

  @Test
  void garbageIsAMailThatSaysNothing() {
    byte[] garbage = new byte[1 << 20];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (i * 31 + i / 7);
    }
    assertThat(MailReader.read(MailParser.parse(garbage))).isInstanceOf(Reply.class);
  }

  @Test
  void aMailMayEndAnywhere() {
    byte[] whole =
        Letter.patch("=?utf-8?q?=5BPATCH_v2_1/2=5D_caf=C3=A9?=")
            .and("Content-Type: multipart/mixed; boundary=\"=-b\"")
            .says("--=-b", "Content-Type: text/plain; charset=\"utf-8\"", "", "Größe", "--=-b--")
            .bytes();

    for (int end = 0; end <= whole.length; end++) {
      Mail mail = MailParser.parse(Arrays.copyOf(whole, end));
      assertThat(MailReader.read(mail).id()).isEqualTo(mail.id());
    }
  }

  @Test
  void aHugeBodyIsCutAndItIsSaid() {
    byte[] huge = Letter.with("Subject: x").says("x".repeat(20 << 20)).bytes();
    Mail mail = MailParser.parse(huge);

    assertThat(mail.text()).hasSize(MailText.MAX_TEXT_BYTES);
    assertThat(mail.defects()).contains(Defect.CUT);
  }

  @Test
  void anOrdinaryMailHasNoDefect() {
    assertThat(MailParser.parse("Message-ID: <a@b>\r\n\r\nx\r\n".getBytes(UTF_8)).defects())
        .isEmpty();
  }
}
