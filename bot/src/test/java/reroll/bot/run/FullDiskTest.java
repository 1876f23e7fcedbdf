package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.demo.DemoArchive;
import reroll.bot.state.Disk;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.port.ConnectorException;

/** What a whole bot does while the disk is full, and when it is so no more. */
class FullDiskTest {
  @TempDir private Path folder;

  private final FillingDisk disk = new FillingDisk();
  private final RecordingChat chat = new RecordingChat();

  @Test
  void whoAsksIsToldAndAllIsDoneOnceThereIsRoom() throws Exception {
    DemoArchive.create(folder.resolve("mail"), Instant.parse("2026-03-27T12:00:00Z"));
    disk.full = true;
    try (Bot bot = Bot.start(setup(), chat)) {
      bot.awaitFirstLook();
      chat.say("e1", "!follow #1");
      assertThat(chat.texts().get(0))
          .contains("my state cannot be saved", "No space left on device", "Nothing is lost");
      disk.full = false;
      await().until(() -> bot.ask(state -> state.list("harbor").caughtUp()));
      chat.say("e1", "!follow #1");
      bot.awaitDelivered();
    }
    assertThat(chat.texts()).hasSize(2).last().asString().startsWith("Following");
    assertKeptAfterARestart();
  }

  private void assertKeptAfterARestart() throws Exception {
    try (Bot bot = Bot.start(setup(), chat)) {
      int follows = bot.ask(state -> state.follows().all().size());
      assertThat(follows).isEqualTo(1);
    }
  }

  private BotSetup setup() throws ConnectorException {
    Path mail = folder.resolve("mail");
    ListInfo info = new ListInfo("harbor", "", Optional.empty());
    WatchedList list =
        new WatchedList(
            info,
            FilesArchive.FACTORY.open(new FilesArchive.Settings(mail), TestHome.beside(mail)),
            Duration.ofMillis(5),
            Optional.empty());
    return new BotSetup(
        folder.resolve("state"),
        disk,
        Clock.systemUTC(),
        new StateSettings(List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
        List.of(list),
        Optional.empty(),
        Duration.ofMinutes(10),
        true,
        reading -> {});
  }

  /** A disk that takes names but no bytes while it is full, as real ones do. */
  private static final class FillingDisk implements Disk {
    private final Disk real = new RealDisk();
    private volatile boolean full;

    private void needsRoom() throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void createFolder(Path path) throws IOException {
      real.createFolder(path);
    }

    @Override
    public List<String> names(Path path) throws IOException {
      return real.names(path);
    }

    @Override
    public byte[] read(Path file) throws IOException {
      return real.read(file);
    }

    @Override
    public Content open(Path file) throws IOException {
      return real.open(file);
    }

    @Override
    public void writeAndSync(Path file, byte[] bytes) throws IOException {
      needsRoom();
      real.writeAndSync(file, bytes);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      real.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      real.delete(file);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
      return real.lock(file);
    }

    @Override
    public Tail append(Path file) throws IOException {
      return new FillingTail(real.append(file));
    }

    private final class FillingTail implements Tail {
      private final Tail tail;

      FillingTail(Tail tail) {
        this.tail = tail;
      }

      @Override
      public long length() throws IOException {
        return tail.length();
      }

      @Override
      public void writeAndSync(byte[] bytes) throws IOException {
        needsRoom();
        tail.writeAndSync(bytes);
      }

      @Override
      public void cut(long length) throws IOException {
        tail.cut(length);
      }

      @Override
      public void close() throws IOException {
        tail.close();
      }
    }
  }
}
