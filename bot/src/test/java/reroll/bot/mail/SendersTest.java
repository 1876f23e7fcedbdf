package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sent a mail that a list or a relay sent on (PEERS A02). */
class SendersTest {
  private static String sender(String... fields) {
    return Letter.with(fields).parsed().sender().toString();
  }

  @Test
  void aRelaysSenderStandsInReplyTo() {
    assertThat(
            sender(
                "From: Ann Alder via B4 Relay <devnull+ann.alder.example@kernel.org>",
                "Reply-To: ann@alder.example"))
        .isEqualTo("Ann Alder <ann@alder.example>");
    assertThat(
            sender(
                "From: Ann Alder <devnull+ann.alder.example@kernel.org>",
                "Reply-To: Ann Alder <ann@alder.example>"))
        .isEqualTo("Ann Alder <ann@alder.example>");
  }

  @Test
  void aMailmanListsSenderStandsInReplyTo() {
    assertThat(
            sender(
                "From: Ann Alder via Pond <pond@lists.example>",
                "Reply-To: Ann Alder <ann@alder.example>",
                "List-Post: <mailto:pond@lists.example>"))
        .isEqualTo("Ann Alder <ann@alder.example>");
    assertThat(
            sender(
                "From: \"Alder, Ann via Pond\" <pond@lists.example>",
                "Reply-To: ann@alder.example",
                "List-Post: <mailto:pond@lists.example>"))
        .isEqualTo("Alder, Ann <ann@alder.example>");
  }

  @Test
  void aGoogleGroupsSenderStandsInXOriginalFrom() {
    assertThat(
            sender(
                "From: \"'Ann Alder' via pond\" <pond@groups.example>",
                "X-Original-From: Ann Alder <ann@alder.example>",
                "Reply-To: Ann A. <other@alder.example>"))
        .isEqualTo("Ann Alder <ann@alder.example>");
    assertThat(
            sender(
                "From: 'Ann Alder' via pond <pond@groups.example>",
                "X-Original-Sender: ann@alder.example"))
        .isEqualTo("Ann Alder <ann@alder.example>");
  }

  @Test
  void whereNothingNamesTheSenderTheNameIsLeft() {
    assertThat(sender("From: Ann Alder via Pond <pond@lists.example>"))
        .isEqualTo("Ann Alder <pond@lists.example>");
  }

  @Test
  void aReplyToThatLeadsBackToTheListNamesNobody() {
    assertThat(
            sender(
                "From: Ann Alder via Pond <bounce@lists.example>",
                "Reply-To: pond@lists.example",
                "List-Post: <mailto:Pond@lists.example>"))
        .isEqualTo("Ann Alder <bounce@lists.example>");
    assertThat(
            sender("From: Ann Alder via Pond <pond@lists.example>", "Reply-To: POND@lists.example"))
        .isEqualTo("Ann Alder <pond@lists.example>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Ann Alder <ann@alder.example>",
    "Via Appia <via@appia.example>",
    "Ann Via <ann@alder.example>",
    "ann@alder.example",
  })
  void whoSendsForThemselvesIsTheSender(String from) {
    assertThat(sender("From: " + from, "Reply-To: Somebody <else@where.example>")).isEqualTo(from);
  }

  @Test
  void aMailWithoutASenderHasNone() {
    assertThat(sender("Subject: x")).isEmpty();
    assertThat(sender("From: ")).isEmpty();
  }
}
