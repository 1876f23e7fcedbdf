package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.templates.text.RichText;

/** Answers that only the asker sees: once, or with a word that they may be there twice. */
class WhisperTest extends AtSlack {
  private static final String AGAIN = "You may see this twice";

  @BeforeEach
  void begin() {
    start();
  }

  private Outgoing answer(String text) {
    slack.slash(POND, ANN, "lists");
    await().until(() -> !lab.heard.isEmpty());
    Incoming said = lab.heard.get(0);
    return new Outgoing("k1", POND, said.thread(), RichText.ofMarkdown(text), Optional.empty());
  }

  private static Outcome failure(SlackChat chat, Outgoing answer) {
    return catchThrowableOfType(ConnectorException.class, () -> chat.send(answer)).outcome();
  }

  private List<String> shown() {
    return slack.whispers().stream().map(answer -> slack.shown(answer).text()).toList();
  }

  static Stream<Fault> uncertain() {
    return Stream.of(new Fault.Cut(), new Fault.Page(500, true));
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  void whatMayHaveArrivedSaysSoWhereItComesAgain(Fault fault) throws Exception {
    Outgoing answer = answer("I read pond");
    slack.next("respond", fault);

    assertThat(failure(lab.chat, answer)).isEqualTo(Outcome.UNKNOWN);
    lab.chat.send(answer);

    assertThat(shown()).hasSize(2);
    assertThat(shown().get(0)).isEqualTo("I read pond");
    assertThat(shown().get(1)).startsWith(AGAIN).endsWith("I read pond");
  }

  @Test
  void theNextProcessKnowsThatItMayHaveArrived() throws Exception {
    Outgoing answer = answer("I read pond");
    slack.next("respond", new Fault.Cut());
    assertThat(failure(lab.chat, answer)).isEqualTo(Outcome.UNKNOWN);

    lab.again(folder, clock).send(answer);

    assertThat(shown().get(1)).startsWith(AGAIN);
  }

  @Test
  void whatSurelyDidNotArriveIsSaidAsIfForTheFirstTime() throws Exception {
    Outgoing answer = answer("I read pond");
    SlackChat restarted = lab.again(folder, clock);
    slack.next("chat.postEphemeral", new Fault.TooFast(1));

    assertThat(failure(restarted, answer)).isEqualTo(Outcome.NOT_SENT);
    clock.sleep(Duration.ofSeconds(1));
    restarted.send(answer);

    assertThat(shown()).containsExactly("I read pond");
  }

  @Test
  void aRefusalInBetweenDoesNotMakeADoubtForgotten() throws Exception {
    Outgoing answer = answer("I read pond");
    SlackChat restarted = lab.again(folder, clock);
    slack.next("chat.postEphemeral", new Fault.Cut());
    slack.next("chat.postEphemeral", new Fault.TooFast(1));

    assertThat(failure(restarted, answer)).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure(restarted, answer)).isEqualTo(Outcome.NOT_SENT);
    clock.sleep(Duration.ofSeconds(1));
    restarted.send(answer);

    assertThat(shown().get(1)).startsWith(AGAIN);
  }

  @Test
  void ofALongAnswerOnlyThePartInDoubtComesAgain() throws Exception {
    Outgoing answer = answer("word ".repeat(3_000));
    slack.next("respond", new Fault.Page(200, true)); // the first part: nobody reads the page
    slack.next("respond", new Fault.Cut());

    assertThat(failure(lab.chat, answer)).isEqualTo(Outcome.UNKNOWN);
    lab.chat.send(answer);

    assertThat(shown()).hasSize(3);
    assertThat(shown().get(0)).doesNotContain(AGAIN);
    assertThat(shown().get(2)).startsWith(AGAIN);
  }

  @Test
  void whatDoesNotFitTheAddressAnyMoreGoesTheOrdinaryWay() throws Exception {
    Outgoing answer = answer("I read pond");
    slack.next("respond", new Fault.Page(404, false));

    lab.chat.send(answer);

    assertThat(slack.calls("chat.postEphemeral")).isEqualTo(1);
    assertThat(shown()).containsExactly("I read pond");
  }

  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api/, https://hooks.slack.com/commands/T1/2/x, true",
    "https://slack.com/api/, https://slack.com/x, true",
    "https://slack.com/api/, http://hooks.slack.com/commands/T1/2/x, false",
    "https://slack.com/api/, https://hooks.slack.com.evil.example/x, false",
    "https://slack.com/api/, https://evil.example/hooks.slack.com, false",
    "https://slack.com/api/, https://hooks.slack.com@evil.example/x, false",
    "https://slack.com/api/, https://evil@hooks.slack.com/x, false",
    "https://slack.com/api/, https://hooks.slack.com:8443/x, false",
    "https://slack.com/api/, file:///etc/passwd, false",
    "https://slack.com/api/, mailto:a@hooks.slack.com, false",
    "https://slack.com/api/, commands/T1, false",
    "https://slack-gov.com/api/, https://hooks.slack-gov.com/x, true",
    "http://127.0.0.1:99/api/, http://127.0.0.1:99/respond/1, true",
    "http://127.0.0.1:99/api/, http://127.0.0.1:98/respond/1, false",
  })
  void answersGoToSlackAlone(URI api, URI address, boolean goes) {
    WebApi web = Line.of(SlackLab.settings(api), lab.http(), clock).api();

    assertThat(web.isForAnswers(address)).isEqualTo(goes);
  }

  @Test
  void anAddressElsewhereIsNotUsed() throws Exception {
    slack.deliver(
        "slash_commands",
        Json.object()
            .put("text", "lists")
            .put("channel_id", POND)
            .put("user_id", ANN)
            .put("trigger_id", "1.2.x")
            .put("response_url", "http://127.0.0.1:9/respond/r1"));
    await().until(() -> !lab.heard.isEmpty());

    lab.chat.send(
        new Outgoing(
            "k1",
            POND,
            lab.heard.get(0).thread(),
            RichText.ofPlain("I read pond"),
            Optional.empty()));

    assertThat(slack.calls("chat.postEphemeral")).isEqualTo(1);
  }
}
