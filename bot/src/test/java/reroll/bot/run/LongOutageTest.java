package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.TestClock;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/**
 * A chat whose server is away for more than an hour, by the bot's clock, while digests fall due and
 * people ask: nothing is lost, nothing comes twice, and no other chat waits.
 */
class LongOutageTest {
  private static final String ROOM = "room";
  private static final String OTHER_ROOM = "other room";

  @TempDir private Path folder;

  private final TestClock clock = new TestClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final FakeArchive archive = new FakeArchive();
  private final Away away = new Away();
  private final RecordingChat alive = new RecordingChat();

  @Test
  void whatWasOwedComesOnceAndInOrderWhenTheServerIsBackAndOtherChatsDoNotWait() throws Exception {
    try (Bot bot = start()) {
      alive.say("s0", "!schedule cron 0 * * * * pond");
      away.say(ROOM, "s0", "!schedule cron 0 * * * * pond");
      away.say(OTHER_ROOM, "s0", "!schedule cron 0 * * * * pond");
      bot.awaitDelivered();

      away.isUp = false;
      mailComes("weed", "2026-03-02T12:30:00Z");
      clock.forward(Duration.ofMinutes(61));
      await().until(() -> digests(alive.texts()).size() == 1);
      mailComes("dig", "2026-03-02T13:30:00Z");
      away.say(ROOM, "q1", "!lists");
      clock.forward(Duration.ofMinutes(60));
      await().until(() -> digests(alive.texts()).size() == 2);
      int asked = away.inVain.get();
      await().until(() -> away.inVain.get() > asked + 20);
      assertThat(away.posts(ROOM)).hasSize(1);

      away.isUp = true;
      bot.awaitDelivered();
    }
    assertThat(digests(away.posts(ROOM)))
        .satisfiesExactly(
            first -> assertThat(first).contains("12:00 to", "13:00", "weed"),
            second -> assertThat(second).contains("13:00 to", "14:00", "dig"));
    assertThat(digests(away.posts(OTHER_ROOM))).isEqualTo(digests(away.posts(ROOM)));
    assertThat(digests(alive.texts())).isEqualTo(digests(away.posts(ROOM)));
    assertThat(away.posts(ROOM)).hasSize(4).filteredOn(text -> text.contains("I read")).hasSize(1);
  }

  private static List<String> digests(List<String> posts) {
    return posts.stream()
        .map(text -> text.replaceAll("\\\\(\\p{Punct})", "$1"))
        .filter(text -> text.startsWith("**pond**, "))
        .toList();
  }

  private void mailComes(String what, String arrived) {
    archive.deliver(
        """
        From: Ann Alder <ann@alder.example>
        Message-ID: <%1$s@alder.example>
        Subject: [PATCH] pond: %1$s
        Date: Mon, 2 Mar 2026 10:00:00 +0000

        So.
        ---
        diff --git a/pond.c b/pond.c
        --- a/pond.c
        +++ b/pond.c
        @@ -1 +1,2 @@
         a
        +%1$s();
        """
            .formatted(what),
        Instant.parse(arrived));
  }

  private Bot start() throws Exception {
    ListInfo info = new ListInfo("pond", "", Optional.empty());
    BotSetup setup =
        new BotSetup(
            Files.createDirectories(folder.resolve("state")),
            new RealDisk(),
            clock,
            new StateSettings(List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
            List.of(new WatchedList(info, archive, Duration.ofMillis(5), Optional.empty())),
            Optional.empty(),
            Duration.ofMinutes(10),
            false,
            reading -> {});
    return Bot.start(setup, List.of(new NamedChat("away", away), new NamedChat("alive", alive)));
  }

  /** A chat whose server is away at times; it says at once that it may be asked again. */
  private static final class Away implements ChatPlatform {
    private final Map<String, List<String>> posts = new ConcurrentHashMap<>();
    private final AtomicInteger inVain = new AtomicInteger();
    private volatile boolean isUp = true;
    private volatile Consumer<Incoming> inbox = early -> {};

    void say(String room, String event, String text) {
      inbox.accept(new Incoming(room, "ann", room + event, Optional.empty(), text, false));
    }

    List<String> posts(String room) {
      return posts.getOrDefault(room, List.of());
    }

    @Override
    public void start(Consumer<Incoming> listener) {
      inbox = listener;
    }

    @Override
    public String send(Outgoing post) throws ConnectorException {
      if (!isUp) {
        inVain.incrementAndGet();
        throw ConnectorException.notSent("the server is away", null)
            .retryAfter(Duration.ofMillis(5));
      }
      posts
          .computeIfAbsent(post.channel(), room -> new CopyOnWriteArrayList<>())
          .add(post.text().markdown());
      return post.key();
    }

    @Override
    public void close() {}
  }
}
