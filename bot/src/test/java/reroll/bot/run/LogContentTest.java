package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import reroll.bot.command.ListInfo;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;

/** What the log holds of mail and talk when it tells more than usual. */
@Isolated("what it changes is the process's")
class LogContentTest {
  private static final String PATCH =
      """
      From: Ann <ann@example.org>
      Subject: [PATCH v2] pond: drain it
      Message-ID: <1@example.org>

      The xyzzy of the pond.

      Signed-off-by: Ann <ann@example.org>
      ---
       pond.c | 1 +

      diff --git a/pond.c b/pond.c
      --- a/pond.c
      +++ b/pond.c
      @@ -1 +1,2 @@
       water
      +xyzzy
      """;

  @TempDir private Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level usual;

  @BeforeEach
  void listen() {
    usual = root.getLevel();
    root.setLevel(Level.INFO);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    root.setLevel(usual);
  }

  @Test
  void noTextOfAMailOrOfATalkIsLogged() throws Exception {
    FakeArchive archive = new FakeArchive();
    archive.deliver(PATCH, Instant.now());
    archive.deliver(PATCH.replace("[PATCH v2]", "Re:").replace("1@", "2@"), Instant.now());
    archive.deliver("xyzzy no mail", Instant.now());
    RecordingChat chat = new RecordingChat();
    try (Bot bot = Bot.start(setup(archive), chat)) {
      bot.awaitFirstLook();
      for (String said : List.of("!series pond", "!diff pond xyzzy", "xyzzy", "!link #1 #99")) {
        chat.say(said, said);
      }
      bot.awaitDelivered();
      archive.breakDown("the disk");
      chat.say("again", "!digest full");
      bot.awaitDelivered();
    }
    LoggerFactory.getLogger("a.test").info("the end");

    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).contains("the end");
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("xyzzy"));
  }

  private BotSetup setup(FakeArchive archive) {
    ListInfo info = new ListInfo("pond", "", Optional.empty());
    return new BotSetup(
        folder,
        new RealDisk(),
        Clock.systemUTC(),
        new StateSettings(List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
        List.of(new WatchedList(info, archive, Duration.ofSeconds(1), Optional.empty())),
        Optional.empty(),
        Duration.ofMinutes(10),
        true,
        reading -> {});
  }
}
