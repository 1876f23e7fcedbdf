package reroll.connectors.chat.slack;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.slack.fake.FakeSlack;

/** Tests with a workspace of their own, and a chat in it that was not started so far. */
abstract class AtSlack {
  @TempDir Path folder;

  final Steps clock = new Steps();
  SlackLab lab;
  FakeSlack slack;

  @BeforeEach
  void openWorkspace() {
    lab = SlackLab.in(folder, clock);
    slack = lab.slack;
  }

  @AfterEach
  void closeWorkspace() {
    lab.close();
  }

  /** Starts the chat and waits until it hears. */
  void start() {
    lab.start();
    awaitSocket();
  }

  void awaitSocket() {
    await().until(() -> slack.sockets() == 1);
  }
}
