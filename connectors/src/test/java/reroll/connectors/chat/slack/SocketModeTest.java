package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.net.CuttingProxy;

/** The socket: it is there, and comes back. */
class SocketModeTest extends AtSlack {
  private static final String OPEN = "apps.connections.open";

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
    assertThat(slack.mostSockets()).isEqualTo(2);
    slack.closeOldSockets();

    hears("!lists");
    await().until(() -> lab.chat.troubles().isEmpty());
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
      clock.sleep(SlackLab.QUICK.deadAfter().multipliedBy(2));
      slack.tellSocketPort(slack.socketPort());
      slack.say(POND, ANN, "!meanwhile");

      await().until(() -> slack.connections() == 2);
      slack.closeOldSockets(); // Slack, too, finds it dead
      await().until(() -> !lab.heard.isEmpty());
    }
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
    start();

    List<Instant> openings = slack.timesOf(OPEN);
    assertThat(openings).hasSize(2);
    assertThat(openings.get(1)).isAfterOrEqualTo(openings.get(0).plusSeconds(1));
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
    await().until(() -> lab.chat.troubles().toString().contains("I hear nobody"));

    await().during(Duration.ofMillis(300)).until(() -> slack.calls(OPEN) == 3);
    assertThat(lab.chat.troubles()).hasSize(1);
  }

  @Test
  void whileSocketModeIsSwitchedOffSlackIsLeftAlone() {
    start();
    Instant off = clock.instant();
    slack.announce("link_disabled");
    await().until(() -> lab.chat.troubles().toString().contains("switched off"));

    hears("!lists");
    assertThat(slack.timesOf(OPEN).get(1)).isAfterOrEqualTo(off.plus(SlackLab.QUICK.restWhenOff()));
    await().until(() -> lab.chat.troubles().isEmpty());
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
