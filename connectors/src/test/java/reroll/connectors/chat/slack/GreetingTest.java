package reroll.connectors.chat.slack;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.slack.fake.FakeSlack;

/** A socket counts from its greeting on. */
class GreetingTest {
  private static final Rhythm IMPATIENT =
      new Rhythm(
          SlackLab.QUICK.ackWithin(),
          SlackLab.QUICK.pingEvery(),
          SlackLab.QUICK.deadAfter(),
          Duration.ofSeconds(1),
          SlackLab.QUICK.drainFor(),
          SlackLab.QUICK.firstWait(),
          SlackLab.QUICK.longestWait(),
          SlackLab.QUICK.restWhenOff());

  @TempDir private Path folder;
  private final Steps clock = new Steps();

  @Test
  void aConnectionThatIsNeverGreetedIsGivenUp() {
    try (SlackLab lab = SlackLab.in(folder, clock, IMPATIENT)) {
      FakeSlack slack = lab.slack;
      slack.greet(false);
      lab.start();
      await().until(() -> lab.chat.troubles().toString().contains("nobody greets"));
      slack.greet(true);
      clock.sleep(Duration.ofMinutes(3));

      await().until(() -> slack.sockets() == 1);
      await().until(() -> lab.chat.troubles().isEmpty());
    }
  }
}
