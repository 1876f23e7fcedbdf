package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.EventsApiEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;

/** The official Java client talks to the fake as to Slack: the fake speaks Slack. */
class OfficialClientTest {
  private final FakeSlack fake = new FakeSlack(Clock.systemUTC());
  private Slack slack;
  private MethodsClient methods;

  @BeforeEach
  void begin() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(fake.api().toString());
    slack = Slack.getInstance(config);
    methods = slack.methods(FakeSlack.BOT_TOKEN);
  }

  @AfterEach
  void end() throws Exception {
    slack.close();
    fake.close();
  }

  @Test
  void itKnowsWhoItIsAndPostsAndFindsItsPost() throws Exception {
    assertThat(methods.authTest(r -> r).getBotId()).isEqualTo("BREROLL");
    ChatPostMessageResponse post =
        methods.chatPostMessage(
            r -> r.channel(POND).text("hi &lt;@U2&gt;").metadata(metadata("k1")));
    assertThat(post.isOk()).as(post.getError()).isTrue();
    assertThat(fake.shown(fake.message(POND, post.getTs())).pings()).isEmpty();

    List<Message> found =
        methods.conversationsHistory(r -> r.channel(POND).includeAllMetadata(true)).getMessages();
    assertThat(found).singleElement().matches(m -> m.getTs().equals(post.getTs()));
    assertThat(found.get(0).getMetadata().getEventPayload()).containsEntry("key", "k1");
    assertThat(methods.chatUpdate(r -> r.channel(POND).ts(post.getTs()).text("changed")).isOk())
        .isTrue();
    assertThat(methods.conversationsReplies(r -> r.channel(POND).ts(post.getTs())).getMessages())
        .singleElement()
        .matches(m -> m.getText().equals("changed"));
  }

  private static Message.Metadata metadata(String key) {
    return Message.Metadata.builder()
        .eventType("reroll_post")
        .eventPayload(Map.of("key", key))
        .build();
  }

  @Test
  void itIsRefusedAsBySlack() throws Exception {
    assertThat(methods.chatPostMessage(r -> r.channel("C0GONE").text("x")).getError())
        .isEqualTo("channel_not_found");
    assertThat(methods.chatPostMessage(r -> r.channel(POND)).getError()).isEqualTo("no_text");
    assertThat(slack.methods("xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    fake.next("chat.postMessage", new Fault.TooFast(30));
    try {
      methods.chatPostMessage(r -> r.channel(POND).text("x"));
      throw new AssertionError("not refused");
    } catch (SlackApiException e) {
      assertThat(e.getResponse().code()).isEqualTo(429);
      assertThat(e.getResponse().header("Retry-After")).isEqualTo("30");
    }
  }

  @Test
  void itUploadsAFileInThreeSteps() throws Exception {
    var response =
        methods.filesUploadV2(
            r -> r.channel(POND).filename("digest.txt").content("all of it\n").title("digest.txt"));

    assertThat(response.isOk()).as(response.getError()).isTrue();
    assertThat(fake.posts(POND)).hasSize(1);
  }

  @Test
  void itHearsBySocketModeAndConfirms() throws Exception {
    List<EventsApiEnvelope> heard = new CopyOnWriteArrayList<>();
    try (SocketModeClient client =
        slack.socketMode(FakeSlack.APP_TOKEN, SocketModeClient.Backend.JavaWebSocket)) {
      client.addEventsApiEnvelopeListener(
          envelope -> {
            heard.add(envelope);
            client.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
          });
      client.connect();
      await().until(() -> fake.sockets() == 1);
      fake.say(POND, ANN, "!digest");

      await().until(() -> heard.size() == 1 && fake.unconfirmed() == 0);
      assertThat(heard.get(0).getPayload().toString()).contains("!digest");
      fake.announce("refresh_requested");
      await().until(() -> fake.connections() == 2);
    }
  }
}
