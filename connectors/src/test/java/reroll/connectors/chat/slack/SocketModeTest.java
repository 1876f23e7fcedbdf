package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.net.CuttingProxy;

/** The socket: it is there, and comes back. */
class SocketModeTest {
  private static final String OPEN = "apps.connections.open";

  @TempDir private Path folder;
  private final Steps clock = new Steps();
  private SlackLab lab;
  private FakeSlack slack;

  @BeforeEach
  void begin() {
    lab = SlackLab.in(folder, clock);
    slack = lab.slack;
  }

  @AfterEach
  void end() {
    lab.close();
  }

  private void start() {
    lab.start();
    await().until(() -> slack.sockets() == 1);
  }

  private void hears(String text) {
    slack.say(POND, ANN, text);
    await().until(() -> lab.heard.stream().map(Incoming::text).toList().contains(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested", "something_new"})
  void aSocketThatWillBeClosedIsReplacedBeforeItIs(String reason) {
    start();
    slack.announce(reason);
    await().until(() -> slack.connections() == 2);
    await().until(() -> slack.sockets() == 2);
    slack.closeOldSockets();

    hears("!lists");
    assertThat(lab.chat.troubles()).isEmpty();
  }

  @Test
  void theOldSocketIsLetGoAfterAWhile() {
    start();
    slack.announce("refresh_requested");
    await().until(() -> slack.connections() == 2);

    await().until(() -> slack.sockets() == 1);
    hears("!lists");
  }

  @Test
  void nothingIsLostOrHeardTwiceWhileSocketsChange() {
    start();
    for (int i = 0; i < 300; i++) {
      if (i % 100 == 50) {
        slack.announce("refresh_requested");
      }
      slack.say(POND, ANN, "!series " + i);
      clock.sleep(Duration.ofSeconds(1));
    }
    await().until(() -> slack.unconfirmed() == 0);

    assertThat(lab.heard.stream().map(Incoming::text).distinct()).hasSize(300);
    assertThat(lab.heard).hasSize(300);
  }

  @Test
  void aCutSocketComesBackAndHearsWhatWasSaidMeanwhile() {
    start();
    slack.cutSockets();
    slack.say(POND, ANN, "!meanwhile");

    await().until(() -> !lab.heard.isEmpty());
    await().until(() -> lab.chat.troubles().isEmpty());
  }

  @Test
  void aDeadLineIsFoundByItsSilence() {
    try (CuttingProxy line = CuttingProxy.before(slack.socketPort())) {
      slack.tellSocketPort(line.port());
      start();
      line.hold();
      slack.tellSocketPort(slack.socketPort());
      slack.say(POND, ANN, "!meanwhile");

      await().until(() -> slack.connections() == 2);
      slack.closeOldSockets(); // Slack, too, finds it dead
      await().until(() -> !lab.heard.isEmpty());
    }
  }

  @Test
  void aConnectionThatIsNeverGreetedIsGivenUp() {
    slack.greet(false);
    lab.start();
    await().until(() -> slack.connections() == 1);
    await().until(() -> !lab.chat.troubles().isEmpty());
    slack.greet(true);
    clock.sleep(Duration.ofMinutes(3));

    hears("!lists");
    assertThat(lab.chat.troubles()).isEmpty();
  }

  static Stream<Fault> openings() {
    return Stream.of(
        new Fault.Says("internal_error"),
        new Fault.Says("invalid_arguments"),
        new Fault.Page(500, false),
        new Fault.Garbage(),
        new Fault.Cut());
  }

  /** The official client ends for ever at the first of these (PROTOCOLS.md C.9). */
  @ParameterizedTest
  @MethodSource("openings")
  void noAnswerToAnOpeningEndsTheTries(Fault fault) {
    slack.next(OPEN, fault);
    slack.next(OPEN, fault);
    lab.start();

    hears("!lists");
    assertThat(slack.calls(OPEN)).isEqualTo(3);
  }

  @Test
  void whoOpensTooOftenWaitsAsLongAsSlackSays() {
    slack.next(OPEN, new Fault.TooFast(1));
    lab.start();
    await().until(() -> slack.calls(OPEN) == 1);
    await()
        .during(Duration.ofMillis(600))
        .until(() -> slack.calls(OPEN) == 1 && slack.sockets() == 0);

    await().until(() -> slack.sockets() == 1);
  }

  @Test
  void flappingSocketsAreOpenedNoFasterThanSlackAllows() {
    start();
    for (int i = 0; i < 2; i++) {
      int before = slack.connections();
      slack.cutSockets();
      await().until(() -> slack.connections() > before);
    }
    slack.cutSockets();

    await().during(Duration.ofMillis(500)).until(() -> slack.calls(OPEN) == 3);
    assertThat(lab.chat.troubles()).singleElement().asString().startsWith("I hear nobody");
  }

  @Test
  void whileSocketModeIsSwitchedOffSlackIsLeftAlone() {
    start();
    slack.announce("link_disabled");
    await().until(() -> slack.sockets() == 0);
    await().until(() -> lab.chat.troubles().toString().contains("switched off"));
    assertThat(slack.calls(OPEN)).isEqualTo(1);

    hears("!lists");
    assertThat(lab.chat.troubles()).isEmpty();
  }

  @Test
  void aTokenThatDoesNotWorkIsATroubleAndNotTheEnd() {
    slack.revoke("invalid_auth");
    lab.start();

    await().until(() -> lab.chat.troubles().toString().contains("invalid_auth"));
  }

  @Test
  void aClosedChatLeavesNoSocketBehind() {
    start();
    lab.chat.close();

    await().until(() -> slack.sockets() == 0);
  }
}
