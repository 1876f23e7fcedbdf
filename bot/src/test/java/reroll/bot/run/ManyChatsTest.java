package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/** One process that talks in several chats. */
class ManyChatsTest {
  @TempDir private Path folder;

  @Test
  void anAnswerGoesToTheChatAndTheChannelWhereTheQuestionWasAsked() throws Exception {
    RecordingChat one = new RecordingChat();
    RecordingChat two = new RecordingChat();
    try (Bot bot = start(new NamedChat("one", one), new NamedChat("two", two))) {
      two.say("e1", "!lists");
      bot.awaitDelivered();
      int settled = bot.ask(state -> state.outbox().settled().size());
      assertThat(settled).isEqualTo(1);
    }
    assertThat(one.texts()).isEmpty();
    assertThat(two.texts()).hasSize(1);
    assertThat(two.channels()).containsExactly("room");
  }

  @Test
  void theSameChannelInTwoChatsIsTwoChannels() throws Exception {
    RecordingChat one = new RecordingChat();
    RecordingChat two = new RecordingChat();
    try (Bot bot = start(new NamedChat("one", one), new NamedChat("two", two))) {
      one.say("e1", "!lists");
      two.say("e1", "!lists");
      bot.awaitDelivered();
    }
    assertThat(one.texts()).hasSize(1);
    assertThat(two.texts()).hasSize(1);
  }

  @Test
  void aDeadChatDelaysNoOther() throws Exception {
    StuckChat stuck = new StuckChat();
    RecordingChat alive = new RecordingChat();
    try (Bot bot = start(new NamedChat("stuck", stuck), new NamedChat("alive", alive))) {
      for (int i = 0; i < 20; i++) {
        stuck.say("room" + i);
      }
      await().until(() -> stuck.sending.get() > 0);
      alive.say("e1", "!lists");
      await().until(() -> alive.texts().size() == 1);
      stuck.freed.countDown();
      bot.awaitDelivered();
    }
  }

  @Test
  void whatTroublesAChatStandsInTheStatus() throws Exception {
    StuckChat stuck = new StuckChat();
    RecordingChat alive = new RecordingChat();
    try (Bot bot = start(new NamedChat("stuck", stuck), new NamedChat("alive", alive))) {
      alive.say("e1", "!status");
      bot.awaitDelivered();
    }
    assertThat(alive.texts().get(0)).contains("**stuck**: **Failing**: nobody opens the door");
  }

  @Test
  void aPostThatIsThereAlreadyIsNotSentAgain() throws Exception {
    ForgetfulChat chat = new ForgetfulChat();
    try (Bot bot = start(new NamedChat("chat", chat))) {
      chat.inbox.accept(said("room"));
      bot.awaitDelivered();
    }
    assertThat(chat.sent).hasValue(1);
    assertThat(chat.lookedFor).isEqualTo("room");
  }

  private Bot start(NamedChat... chats) throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    ListInfo info = new ListInfo("empty", "", Optional.empty());
    WatchedList list = new WatchedList(info, new NoMail(), Duration.ofSeconds(1), Optional.empty());
    BotSetup setup =
        new BotSetup(
            state,
            new RealDisk(),
            Clock.systemUTC(),
            new StateSettings(List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
            List.of(list),
            Optional.empty(),
            Duration.ofMinutes(10),
            false,
            reading -> {});
    return Bot.start(setup, List.of(chats));
  }

  private static Incoming said(String channel) {
    return new Incoming(channel, "ann", "e", Optional.empty(), "!lists", false);
  }

  /** A chat whose posts never end, until it is freed. */
  private static final class StuckChat implements ChatPlatform, ChatPlatform.CanCheck {
    private final CountDownLatch freed = new CountDownLatch(1);
    private final AtomicInteger sending = new AtomicInteger();
    private Consumer<Incoming> inbox = early -> {};

    void say(String channel) {
      inbox.accept(said(channel));
    }

    @Override
    public void start(Consumer<Incoming> listener) {
      inbox = listener;
    }

    @Override
    public String send(Outgoing post) throws ConnectorException {
      sending.incrementAndGet();
      try {
        freed.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw ConnectorException.unknown("stopped", stop);
      }
      return post.key();
    }

    @Override
    public List<Finding> check() {
      return List.of();
    }

    @Override
    public List<String> troubles() {
      return List.of("nobody opens the door");
    }

    @Override
    public void close() {
      freed.countDown();
    }
  }

  /** A chat that loses its first answer. */
  private static final class ForgetfulChat implements ChatPlatform, ChatPlatform.CanLookUp {
    private final AtomicInteger sent = new AtomicInteger();
    private volatile String lookedFor = "";
    private Consumer<Incoming> inbox = early -> {};

    @Override
    public void start(Consumer<Incoming> listener) {
      inbox = listener;
    }

    @Override
    public String send(Outgoing post) throws ConnectorException {
      sent.incrementAndGet();
      throw ConnectorException.unknown("the answer got lost", null).retryAfter(Duration.ZERO);
    }

    @Override
    public Optional<String> find(String channel, String key) {
      lookedFor = channel;
      return Optional.of(key);
    }

    @Override
    public void close() {}
  }

  /** An archive without a mail. */
  private static final class NoMail implements ArchiveSource {
    @Override
    public Batch readAfter(Cursor cursor, int most) {
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
