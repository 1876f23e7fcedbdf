package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.demo.DemoArchive;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.port.ConnectorException;

class BotTest {
  private static final Duration POLL = Duration.ofMillis(5);

  @TempDir private Path folder;

  private final RecordingChat chat = new RecordingChat();

  @Test
  void aQuestionIsAnsweredAndNewMailOfAFollowedSeriesIsTold() throws Exception {
    DemoArchive archive = demo();
    try (Bot bot = Bot.start(setup(harbor()), chat)) {
      bot.awaitFirstLook();
      chat.say("e1", "!follow page cache read-ahead");
      for (DemoArchive.Live mail : DemoArchive.live()) {
        archive.deliver(mail.file(), Instant.parse("2026-03-27T12:00:01Z"));
      }
      bot.await(state -> state.list("harbor").mails() == 108);
      bot.awaitDelivered();
    }
    assertThat(chat.texts()).hasSize(2);
    assertThat(chat.texts().get(0)).startsWith("Following");
    assertThat(chat.texts().get(1)).startsWith("**v3 of");
  }

  @Test
  void aListThatCannotBeReadIsSaidSoAndDoesNotDelayTheOthers() throws Exception {
    demo();
    Broken broken = new Broken(Integer.MAX_VALUE);
    try (Bot bot = Bot.start(setup(list("broken", broken), harbor()), chat)) {
      bot.awaitFirstLook();
      boolean caughtUp = bot.ask(state -> state.list("harbor").caughtUp());
      assertThat(caughtUp).isTrue();
      chat.say("e1", "!status");
      bot.awaitDelivered();
    }
    assertThat(chat.texts().get(0)).contains("the disk is on fire");
  }

  @Test
  void aListThatFailsIsReadAgainWithoutALoss() throws Exception {
    Broken broken = new Broken(1);
    try (Bot bot = Bot.start(setup(list("broken", broken)), chat)) {
      await().until(() -> broken.reads.get() > 1);
      await().until(() -> bot.vitals().lists().get(0).failing().isEmpty());
      chat.say("e1", "!status");
      bot.awaitDelivered();
    }
    assertThat(chat.texts().get(0)).doesNotContain("on fire");
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    demo();
    Bot bot = Bot.start(setup(harbor()), chat);
    bot.close();
    bot.close();
    assertThat(chat.closings()).isEqualTo(1);
  }

  private DemoArchive demo() throws IOException {
    return DemoArchive.create(folder.resolve("mail"), Instant.parse("2026-03-27T12:00:00Z"));
  }

  private WatchedList harbor() throws ConnectorException {
    return list(
        "harbor",
        FilesArchive.FACTORY.open(
            new FilesArchive.Settings(folder.resolve("mail")),
            TestHome.beside(folder.resolve("mail"))));
  }

  private static WatchedList list(String name, ArchiveSource source) {
    return new WatchedList(
        new ListInfo(name, "", Optional.empty()), source, POLL, Optional.empty());
  }

  private BotSetup setup(WatchedList... lists) throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    List<ListInfo> infos = new ArrayList<>();
    for (WatchedList list : lists) {
      infos.add(list.info());
    }
    return new BotSetup(
        state,
        new RealDisk(),
        Clock.systemUTC(),
        new StateSettings(infos, ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
        List.of(lists),
        Optional.empty(),
        Duration.ofMinutes(10),
        true,
        reading -> {});
  }

  /** An archive that fails some times before it is empty. */
  private static final class Broken implements ArchiveSource {
    private final AtomicInteger failuresLeft;
    private final AtomicInteger reads = new AtomicInteger();

    Broken(int failures) {
      failuresLeft = new AtomicInteger(failures);
    }

    @Override
    public Batch readAfter(Cursor cursor, int most) throws ConnectorException {
      reads.incrementAndGet();
      if (failuresLeft.getAndDecrement() > 0) {
        throw ConnectorException.notSent("the disk is on fire", null);
      }
      return Batch.nothingAfter(cursor);
    }

    @Override
    public Optional<ArchiveEntry> read(String ref) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
