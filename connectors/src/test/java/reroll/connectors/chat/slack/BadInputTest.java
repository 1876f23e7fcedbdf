package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What no Slack should send: it does nothing, and what comes behind it is heard. */
class BadInputTest extends AtSlack {
  @BeforeEach
  void begin() {
    start();
  }

  private void nothingIsHeardButWhatFollows() {
    lab.slack.say(POND, ANN, "!after");
    await().until(() -> lab.slack.unconfirmed() == 0);
    assertThat(lab.heard).singleElement().matches(said -> said.text().equals("!after"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{",
        "[]",
        "null",
        "17",
        "\"text\"",
        "{}",
        "{\"type\":17}",
        "{\"type\":\"events_api\"}",
        "{\"type\":\"events_api\",\"envelope_id\":7}",
        "{\"type\":\"hello\"}",
        "{\"type\":\"disconnect\",\"reason\":[]}",
        "{\"type\":\"hello\",\"num_connections\":\"many\"}",
        "{\"envelope_id\":\"e\",\"payload\":{}}"
      })
  void aFrameThatIsNoneIsLeftAlone(String frame) {
    lab.slack.sendRaw(frame);

    nothingIsHeardButWhatFollows();
  }

  @Test
  void aFrameOfDeepNestingIsLeftAlone() {
    lab.slack.sendRaw("{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
    lab.slack.sendRaw("[".repeat(100_000));

    nothingIsHeardButWhatFollows();
  }

  @Test
  void anEnvelopeOfAnUnknownTypeIsConfirmed() {
    lab.slack.deliver("telepathy", Json.object().put("x", 1));

    nothingIsHeardButWhatFollows();
    assertThat(lab.slack.confirmed()).isEqualTo(2);
  }

  private static ObjectNode message() {
    return Json.object()
        .put("type", "message")
        .put("channel", POND)
        .put("user", ANN)
        .put("text", "!digest")
        .put("ts", "1.000001");
  }

  static Stream<JsonNode> events() {
    return Stream.of(
        Json.object(),
        Json.object().put("type", "telepathy"),
        message().put("ts", 1.000001),
        message().put("ts", "now"),
        message().put("ts", "1.0000011111111111111"),
        message().putNull("ts"),
        message().put("channel", "../../etc"),
        message().put("channel", ""),
        message().put("user", "<@U1>"),
        message().put("user", 7),
        message().put("text", 7),
        message().putNull("text"),
        message().put("text", " "),
        message().put("text", "!digest " + "x".repeat(100_000)),
        message().put("text", "<".repeat(100_000)),
        message().put("bot_id", "B1"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventThatIsNoMessageIsConfirmedAndLeftAlone(JsonNode event) {
    lab.slack.deliverEvent(event);

    nothingIsHeardButWhatFollows();
  }

  static Stream<JsonNode> presses() {
    ObjectNode good = Json.object().put("type", "block_actions");
    good.putObject("user").put("id", ANN);
    good.putObject("container").put("channel_id", POND).put("message_ts", "1.000001");
    ObjectNode foreign = good.deepCopy();
    foreign
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", "theirs")
        .put("value", "digest")
        .put("action_ts", "1.1");
    ObjectNode lines = good.deepCopy();
    lines
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", "say-1")
        .put("value", "digest\n!follow 1")
        .put("action_ts", "1.1");
    ObjectNode nobody = lines.deepCopy();
    nobody.remove("user");
    return Stream.of(
        Json.object(),
        good,
        foreign,
        lines,
        nobody,
        good.deepCopy().put("type", "view_submission"),
        good.deepCopy().put("actions", "none"));
  }

  @ParameterizedTest
  @MethodSource("presses")
  void aPressOfWhatIsNoButtonOfOursIsLeftAlone(JsonNode payload) {
    lab.slack.deliver("interactive", payload);

    nothingIsHeardButWhatFollows();
  }

  @Test
  void aSlashCommandWithoutAPersonIsLeftAlone() {
    lab.slack.deliver("slash_commands", Json.object().put("text", "digest"));

    nothingIsHeardButWhatFollows();
  }

  @Test
  void anAddressForAnswersThatIsNoneIsNotUsed() throws Exception {
    lab.slack.deliver(
        "slash_commands",
        Json.object()
            .put("text", "digest")
            .put("channel_id", POND)
            .put("user_id", ANN)
            .put("trigger_id", "1.2.x")
            .put("response_url", "not an address"));
    await().until(() -> lab.heard.size() == 1);

    assertThat(lab.heard.get(0).text()).isEqualTo("digest");
  }
}
