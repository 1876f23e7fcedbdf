package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.Incoming;

/** Slack is told in time that an event came; until it is safe, the event is not lost. */
class UnreadTest extends AtSlack {
  private final CountDownLatch stuck = new CountDownLatch(1);

  @BeforeEach
  void whatIsSaidIsConfirmedWhileNothingCanBeMadeSafe() {
    lab.chat.start(
        said -> {
          await().until(() -> stuck.getCount() == 0);
          lab.heard.add(said);
        });
    awaitSocket();
    lab.slack.say(POND, ANN, "!lists");
    lab.slack.say(POND, ANN, "!digest");
    await().until(() -> lab.slack.confirmed() == 2);
  }

  @AfterEach
  void end() {
    stuck.countDown();
  }

  private List<Path> kept() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("unread"))) {
      return files.toList();
    }
  }

  @Test
  void theNextProcessHearsItInOrderAndOnce() throws Exception {
    List<Incoming> heard = new CopyOnWriteArrayList<>();
    for (int start = 0; start < 2; start++) {
      try (SlackChat next = lab.again(folder, clock)) {
        next.start(heard::add);
        await().until(() -> heard.size() == 2);
        await().until(() -> kept().isEmpty());
      }
    }
    assertThat(heard).extracting(Incoming::text).containsExactly("!lists", "!digest");
  }

  @Test
  void whatBecomesSafeIsKeptNoLonger() throws Exception {
    assertThat(kept()).hasSize(2);
    stuck.countDown();
    await().until(() -> lab.heard.size() == 2);
    await().until(() -> kept().isEmpty());
  }

  @Test
  void whatIsKeptIsForItsOwnerAloneAndHoldsNoToken() throws Exception {
    for (Path file : kept()) {
      assertThat(Files.readString(file)).contains("event_callback").doesNotContain("\"token\"");
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
  }
}
