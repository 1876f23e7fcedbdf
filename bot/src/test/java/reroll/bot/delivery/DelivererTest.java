package reroll.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reroll.bot.work.Workers;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;

class DelivererTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final OutboxInMemory delivery = new OutboxInMemory();
  private final ScriptedChat chat = new ScriptedChat();
  private final Workers workers = new Workers("test sender", 4);
  private final Deliverer deliverer =
      new Deliverer(delivery, new Dispatch(delivery, chat, Optional.empty()), workers);

  @AfterEach
  void stop() throws InterruptedException {
    workers.finish(Duration.ofSeconds(10));
  }

  @Test
  void postsOfAChannelGoOutInTheirOrder() {
    owe("room", "one", "two", "three");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("one", "two", "three");
  }

  @Test
  void sendingIsNotedBeforeThePostLeaves() {
    owe("room", "one");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(delivery.notes()).containsExactly("begin one", "settle one");
    assertThat(chat.notesAtSend).containsExactly(List.of("begin one"));
  }

  @Test
  void anOutageKeepsTheOrderAndLosesNothing() {
    chat.fails("room", notSent(), notSent(), notSent());
    owe("room", "one", "two");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("one", "two");
    assertThat(delivery.notes()).containsOnlyOnce("begin one");
  }

  @Test
  void aPostThatArrivedAlthoughItsAnswerWasLostIsNotRepeated() {
    chat.arrivesButFails("room");
    owe("room", "one", "two");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("one", "two");
  }

  @Test
  void aPostThatAnEarlierProcessMayHaveSentIsLookedForFirst() {
    owe("room", "one", "two");
    delivery.markBegun("one");
    chat.alreadyHas("room", "one");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("one", "two");
  }

  @Test
  void aRefusedPostIsGivenUpAndTheNextGoesOut() {
    chat.fails("room", ConnectorException.rejected("the room is gone"));
    owe("room", "one", "two");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("two");
    assertThat(delivery.notes()).contains("refuse one: the room is gone");
  }

  @Test
  void aChannelThatHangsDoesNotHoldUpTheOthers() {
    CountDownLatch hang = new CountDownLatch(1);
    chat.hangs("slow", hang);
    owe("slow", "one");
    owe("quick", "two");
    deliverer.wake();
    await().untilAsserted(() -> assertThat(chat.seen("quick")).containsExactly("two"));
    assertThat(chat.seen("slow")).isEmpty();
    hang.countDown();
    awaitNothingOwed();
  }

  @Test
  void aStateThatCannotBeSavedHoldsThePostBack() {
    delivery.failsToSave(2);
    owe("room", "one");
    deliverer.wake();
    awaitNothingOwed();
    assertThat(chat.seen("room")).containsExactly("one");
  }

  private static ConnectorException notSent() {
    return ConnectorException.notSent("the chat is down", null).retryAfter(SOON);
  }

  private void owe(String channel, String... texts) {
    for (String text : texts) {
      delivery.add(
          new Post(
              new PostId(text),
              channel,
              new Place.InChannel(),
              RichText.ofPlain(text),
              Optional.empty(),
              Instant.parse("2026-03-01T00:00:00Z")));
    }
  }

  private void awaitNothingOwed() {
    await().until(delivery::isEmpty);
  }

  /** An outbox without a journal behind it, that notes what happens. */
  private static final class OutboxInMemory implements Delivery {
    private final Outbox outbox = new Outbox();
    private final List<String> notes = new ArrayList<>();
    private final Map<PostId, String> names = new HashMap<>();
    private int failures;

    synchronized void add(Post post) {
      outbox.add(post);
    }

    synchronized void markBegun(String id) {
      outbox.begin(new PostId(id));
    }

    synchronized void failsToSave(int times) {
      failures = times;
    }

    synchronized boolean isEmpty() {
      return outbox.size() == 0;
    }

    synchronized List<String> notes() {
      return List.copyOf(notes);
    }

    @Override
    public synchronized List<Outbox.Owed> heads() {
      Map<String, Outbox.Owed> heads = new HashMap<>();
      outbox.owed().forEach(owed -> heads.putIfAbsent(owed.post().channel(), owed));
      return List.copyOf(heads.values());
    }

    @Override
    public synchronized Optional<Outbox.Owed> head(String channel) {
      return heads().stream().filter(owed -> owed.post().channel().equals(channel)).findFirst();
    }

    @Override
    public synchronized void begin(PostId post) throws SaveFailed {
      if (failures-- > 0) {
        throw new SaveFailed(new java.io.IOException("No space left on device"));
      }
      notes.add("begin " + post.value());
      outbox.begin(post);
    }

    @Override
    public synchronized Optional<String> nameOf(PostId post) {
      return Optional.ofNullable(names.get(post));
    }

    @Override
    public synchronized void settle(PostId post, Optional<String> name) {
      notes.add("settle " + post.value() + name.map(chats -> " as " + chats).orElse(""));
      name.ifPresent(chats -> names.put(post, chats));
      outbox.sent(post);
    }

    @Override
    public synchronized void refuse(PostId post, String why) {
      notes.add("refuse " + post.value() + ": " + why);
      outbox.refuse(post, why, Instant.EPOCH);
    }
  }

  /** A chat whose faults are told before. */
  private final class ScriptedChat implements ChatPlatform, ChatPlatform.CanLookUp {
    private final Map<String, Deque<ConnectorException>> faults = new HashMap<>();
    private final Map<String, List<String>> seen = new HashMap<>();
    private final Map<String, CountDownLatch> hangs = new HashMap<>();
    private final List<String> losesAnswer = new ArrayList<>();
    private final List<List<String>> notesAtSend = new ArrayList<>();

    synchronized void fails(String channel, ConnectorException... failures) {
      faults.put(channel, new ArrayDeque<>(List.of(failures)));
    }

    synchronized void arrivesButFails(String channel) {
      losesAnswer.add(channel);
    }

    synchronized void hangs(String channel, CountDownLatch until) {
      hangs.put(channel, until);
    }

    synchronized void alreadyHas(String channel, String post) {
      seen.computeIfAbsent(channel, c -> new ArrayList<>()).add(post);
    }

    synchronized List<String> seen(String channel) {
      return List.copyOf(seen.getOrDefault(channel, List.of()));
    }

    @Override
    public void start(Consumer<Incoming> inbox) {}

    @Override
    public String send(Outgoing post) throws ConnectorException {
      CountDownLatch hang;
      synchronized (this) {
        hang = hangs.getOrDefault(post.channel(), new CountDownLatch(0));
      }
      try {
        hang.await();
      } catch (InterruptedException e) {
        throw ConnectorException.unknown("interrupted", e);
      }
      return answer(post);
    }

    private synchronized String answer(Outgoing post) throws ConnectorException {
      notesAtSend.add(delivery.notes());
      Deque<ConnectorException> failures = faults.getOrDefault(post.channel(), new ArrayDeque<>());
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
      seen.computeIfAbsent(post.channel(), c -> new ArrayList<>()).add(post.text().markdown());
      if (losesAnswer.remove(post.channel())) {
        throw ConnectorException.unknown("the answer was lost", null).retryAfter(SOON);
      }
      return post.key();
    }

    @Override
    public synchronized Optional<String> find(String channel, String key) {
      return seen(channel).contains(key) ? Optional.of(key) : Optional.empty();
    }

    @Override
    public void close() {}
  }
}
