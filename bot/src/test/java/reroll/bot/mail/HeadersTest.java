package reroll.bot.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header blocks as mailers write them, and as they write them wrong. */
class HeadersTest {
  private static Headers headers(String mail) {
    return Headers.parse(mail.getBytes(UTF_8));
  }

  @Test
  void aFieldIsFoundInAnyCase() {
    Headers headers = headers("MESSAGE-id: <a@b>\nSubject: x\n\nbody");

    assertThat(headers.text("Message-ID")).contains("<a@b>");
    assertThat(headers.text("subject")).contains("x");
    assertThat(headers.text("Subjec")).isEmpty();
    assertThat(headers.has("Subject")).isTrue();
    assertThat(headers.has("Sender")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'Subject: one\n two\n\n', one two",
    "'Subject: one\n\ttwo\n\n', one two",
    "'Subject: one\r\n two\r\n\r\n', one two",
    "'Subject:\n one\n\n', one",
    "'Subject:one\n\n', one",
    "'Subject : one\n\n', one",
    "'Subject:  one  \n\n', one",
    "'Subject: one\n  \n two\n\n', one two",
    "'Subject: one', one",
    "'Subject: one: two\n\n', one: two",
  })
  void aFoldedFieldIsOneLine(String block, String value) {
    assertThat(headers(block).text("Subject")).contains(value);
  }

  @Test
  void ofFieldsWithOneNameTheFirstCounts() {
    Headers headers = headers("Received: new\nSubject: x\nReceived: old\n\n");

    assertThat(headers.text("Received")).contains("new");
    assertThat(headers.all("received")).containsExactly("new", "old");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: x\n\nbody",
        ">From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: x\n\nbody",
        "no field at all\nSubject: x\n\nbody",
        ": nameless\nSubject: x\n\nbody",
        "\u00fcml\u00e4ut: y\nSubject: x\n\nbody",
        " folded into nothing\nSubject: x\n\nbody",
        "\0\0\nSubject: x\n\nbody",
      })
  void aLineThatIsNoFieldDoesNotHideTheOthers(String mail) {
    Headers headers = headers(mail);

    assertThat(headers.text("Subject")).contains("x");
    assertThat(mail.getBytes(UTF_8).length - headers.bodyStart()).isEqualTo("body".length());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "Subject: x", "Subject: x\n", "Subject: x\n\n", "\n", "From "})
  void withoutABodyTheBlockEndsWhereTheMailEnds(String mail) {
    assertThat(headers(mail).bodyStart()).isEqualTo(mail.length());
  }

  @Test
  void aHugeFieldIsCutAndItIsSaid() {
    Headers headers = headers("Subject: " + "x".repeat(10 << 20) + "\nTo: y\n\nbody");

    assertThat(headers.cut()).isTrue();
    assertThat(headers.text("Subject").orElseThrow()).hasSizeLessThan(Headers.MAX_BLOCK_BYTES);
    assertThat(headers.text("To")).isEmpty();
  }

  @Test
  void ofTooManyFieldsTheFirstOnesCount() {
    Headers headers = headers("Subject: x\n" + "X-Frog: y\n".repeat(100_000) + "To: z\n\nbody");

    assertThat(headers.cut()).isTrue();
    assertThat(headers.all("X-Frog")).hasSize(Headers.MAX_FIELDS - 1);
    assertThat(headers.text("Subject")).contains("x");
    assertThat(headers.text("To")).isEmpty();
  }

  @Test
  void anOrdinaryBlockIsNotCut() {
    assertThat(headers("Subject: x\n" + "To: y\n".repeat(1_000) + "\n").cut()).isFalse();
  }
}
