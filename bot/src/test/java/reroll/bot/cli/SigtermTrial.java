package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;

/** A process that serves two workspaces which never answer, and is told to stop. */
final class SigtermTrial {
  /** {@code docker stop} and its like kill after that long. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** A machine on which the start takes longer than the grace is busy, and the end takes long. */
  private static final int BUSY = 2;

  /** 128 + 15: ended by SIGTERM, as by convention. */
  private static final int ENDED_BY_SIGTERM = 143;

  private final Path folder;
  private final List<String> program;

  /**
   * @param program the words that start Reroll
   */
  SigtermTrial(Path folder, List<String> program) {
    this.folder = folder;
    this.program = List.copyOf(program);
  }

  void run() throws Exception {
    try (FakeSlack one = new FakeSlack(Clock.systemUTC());
        FakeSlack two = new FakeSlack(Clock.systemUTC())) {
      long begun = System.nanoTime();
      Process process = start(configuration(one, two));
      try {
        askForWhatNeverComes(one);
        askForWhatNeverComes(two);
        stop(process, Duration.ofNanos(System.nanoTime() - begun));
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private Path configuration(FakeSlack one, FakeSlack two) throws IOException {
    Files.createDirectories(folder.resolve("mail"));
    Files.writeString(folder.resolve("bot-token"), FakeSlack.BOT_TOKEN);
    Files.writeString(folder.resolve("app-token"), FakeSlack.APP_TOKEN);
    String chat =
        "{type: slack, bot-token: {file: bot-token}, app-token: {file: app-token}, api: \"%s\"}";
    return Files.writeString(
        folder.resolve("reroll.yaml"),
        """
        state: state
        lists: {pond: {archive: {type: files, path: mail}}}
        chats:
          one: %s
          two: %s
        """
            .formatted(chat.formatted(one.api()), chat.formatted(two.api())));
  }

  private Process start(Path configuration) throws IOException {
    List<String> words = new ArrayList<>(program);
    words.addAll(List.of("run", "--config", configuration.toString()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private static void askForWhatNeverComes(FakeSlack slack) {
    slack.next("chat.postMessage", new Fault.Silent());
    await().until(() -> slack.sockets() > 0);
    slack.say(FakeSlack.POND, FakeSlack.ANN, "!lists");
    await().until(() -> slack.calls("chat.postMessage") > 0);
  }

  private void stop(Process process, Duration start) throws IOException, InterruptedException {
    process.destroy();
    long grace = Math.max(GRACE.toMillis(), BUSY * start.toMillis());
    assertThat(process.waitFor(grace, TimeUnit.MILLISECONDS)).as("ends in time").isTrue();
    assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(Files.readString(folder.resolve("output"))).doesNotContain("Exception");
    try (Stream<Path> files = Files.list(folder.resolve("state"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("the state is saved whole")
          .anyMatch(name -> name.startsWith("snapshot-"));
    }
  }
}
