package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;

/**
 * Who gets between the bot and Slack cannot send it elsewhere: only Slack's own hosts are asked.
 */
class ForeignAddressTest extends AtSlack {
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void begin() throws Exception {
    elsewhere.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), 0);
  }

  @AfterEach
  void end() {
    elsewhere.close();
  }

  private String elsewhere(String scheme) {
    return scheme + "://127.0.0.2:" + elsewhere.getPort() + "/x";
  }

  @Test
  void aFileIsBroughtToSlackAlone() {
    lab.slack.next("files.getUploadURLExternal", new Fault.Names("upload_url", elsewhere("http")));
    Outgoing post =
        new Outgoing(
            "k",
            POND,
            Optional.empty(),
            RichText.ofPlain("see below"),
            Optional.of(new Attachment("a.txt", "a")));

    assertThatThrownBy(() -> lab.chat.send(post))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("Slack names no safe address for a file");
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @Test
  void aSocketIsOpenedAtSlackAlone() {
    lab.slack.next("apps.connections.open", new Fault.Names("url", elsewhere("ws")));

    lab.start();

    await().until(() -> lab.slack.sockets() == 1);
    lab.slack.say(POND, ANN, "!lists");
    await().until(() -> lab.heard.size() == 1);
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://files.slack.com/upload/v1/abc, true",
    "wss://wss-primary.slack.com/link/?ticket=1, true",
    "https://slack.com/x, true",
    "https://evil-slack.com/x, false",
    "https://slack.com.evil.example/x, false",
    "https://files.slack.com@evil.example/x, false",
    "https://127.0.0.1/x, false",
    "https://169.254.169.254/x, false",
    "mailto:a@slack.com, false",
  })
  void slackIsWhatBelongsToIt(URI address, boolean isSlacks) {
    SlackSettings settings = SlackLab.settings(URI.create("https://slack.com/api/"));
    try (Http http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()))) {
      WebApi api = new WebApi(settings, http, new Quota(clock), new Troubles());
      assertThat(api.isAtSlack(address)).isEqualTo(isSlacks);
    }
  }
}
