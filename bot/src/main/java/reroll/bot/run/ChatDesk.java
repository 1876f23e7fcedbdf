package reroll.bot.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.delivery.Deliverer;
import reroll.bot.delivery.Delivery;
import reroll.bot.delivery.Dispatch;
import reroll.bot.state.Engine;
import reroll.bot.work.Workers;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * One chat at work: what it is owed goes out on threads of its own, so that it delays no other when
 * it is slow or dead; what is said in it comes in under the program's names. Thread-safe.
 */
final class ChatDesk implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanCheck {
  private static final Logger log = LoggerFactory.getLogger(ChatDesk.class);

  /** Posts go out by channel; one that is slow delays its own alone. */
  private static final int SENDERS = 8;

  /** Who stops a container kills it after ten seconds; the state is to be saved by then, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What is said is safe in milliseconds, if at all. */
  private static final Duration TO_BE_SAFE = Duration.ofSeconds(1);

  private final NamedChat named;
  private final Workers senders;
  private final Deliverer deliverer;
  private final LongAdder sent = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder retried = new LongAdder();

  ChatDesk(NamedChat named, Engine engine, Clock clock) {
    this.named = named;
    senders = new Workers(("sender " + named.name()).strip(), SENDERS);
    Delivery delivery = new EngineDelivery(engine, clock, named::owns);
    deliverer = new Deliverer(delivery, new Dispatch(delivery, this, edits()), senders);
  }

  boolean owns(String channel) {
    return named.owns(channel);
  }

  /** Has a look at what is owed, soon. Never blocks. */
  void wake() {
    deliverer.wake();
  }

  @Override
  public void start(Consumer<Incoming> inbox) throws ConnectorException {
    named.begin(said -> inbox.accept(outside(said)));
  }

  private Incoming outside(Incoming said) {
    return new Incoming(
        named.outside(said.channel()),
        said.user(),
        said.eventId(),
        said.thread(),
        said.text(),
        said.direct());
  }

  @Override
  public String send(Outgoing post) throws ConnectorException {
    try {
      String name = named.chat().send(inside(post));
      sent.increment();
      return name;
    } catch (ConnectorException e) {
      (e.outcome() == Outcome.REJECTED ? refused : retried).increment();
      throw e;
    }
  }

  private Outgoing inside(Outgoing post) {
    return new Outgoing(
        post.key(), named.inside(post.channel()), post.thread(), post.text(), post.file());
  }

  /** How posts are changed; empty where the chat cannot. */
  private Optional<CanEdit> edits() {
    return named.chat() instanceof CanEdit can
        ? Optional.of((name, post) -> edit(can, name, inside(post)))
        : Optional.empty();
  }

  /** That somebody deleted a card is no trouble of the chat. */
  private void edit(CanEdit can, String name, Outgoing post) throws ConnectorException {
    try {
      can.edit(name, post);
    } catch (ConnectorException e) {
      if (e.outcome() != Outcome.REJECTED) {
        retried.increment();
      }
      throw e;
    }
  }

  /** How many posts the chat took. */
  long sent() {
    return sent.sum();
  }

  /** How many posts it will never take. */
  long refused() {
    return refused.sum();
  }

  /** How many tries failed and are made again. */
  long retried() {
    return retried.sum();
  }

  /** Empty, too, where the chat cannot tell. */
  @Override
  public Optional<String> find(String channel, String key) throws ConnectorException {
    return named.chat() instanceof CanLookUp lookUp
        ? lookUp.find(named.inside(channel), key)
        : Optional.empty();
  }

  @Override
  public List<Finding> check() throws InterruptedException {
    return named.chat() instanceof CanCheck check ? check.check() : List.of();
  }

  @Override
  public List<String> troubles() {
    return named.chat() instanceof CanCheck check ? check.troubles() : List.of();
  }

  String name() {
    return named.name();
  }

  /**
   * Posts on their way are let through: cut off between its sending and its note one would repeat.
   * All chats end at once: who stops the process does not wait for each that hangs.
   */
  static void finishSending(List<ChatDesk> chats) {
    CompletableFuture<?>[] all =
        chats.stream()
            .map(chat -> CompletableFuture.runAsync(chat::finishSending, ChatDesk::onItsOwnThread))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
  }

  private static void onItsOwnThread(Runnable work) {
    new Thread(work, "closing").start();
  }

  private void finishSending() {
    try {
      if (!senders.finish(PATIENCE)) {
        log.warn("a post did not go out in time; it is looked for at the next start");
      }
    } catch (InterruptedException e) {
      senders.abort();
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing more is heard; what is being taken up is taken up first. */
  void hush() {
    try {
      named.hush(TO_BE_SAFE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    named.leave();
  }
}
