package reroll.connectors.chat.slack;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes envelopes off the sockets and hands on what people said, each thing once and in the order
 * in which it came. An envelope is confirmed when what it holds is safe, and in any case in time:
 * Slack delivers again what was not confirmed, also to a program that was killed in between; what
 * was confirmed in time only is kept until it is safe. Thread-safe.
 */
final class Inlet implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Inlet.class);

  /** Slack repeats an event for some minutes; a busy workspace says no more in an hour. */
  static final int REMEMBERED = 50_000;

  /** What waits while nothing can be made safe; more is left to Slack, which delivers it again. */
  static final int MOST_WAITING = 5_000;

  private final Account account;
  private final Consumer<Heard> sink;
  private final Troubles troubles;
  private final Unread unread;
  private final long ackMillis;
  private final Memory<Boolean> seen = new Memory<>(REMEMBERED);
  private final ThreadPoolExecutor worker;
  private final ScheduledThreadPoolExecutor timer;

  private final AtomicBoolean resumed = new AtomicBoolean();

  Inlet(Account account, Consumer<Heard> sink, Unread unread, Rhythm rhythm, Troubles troubles) {
    this.account = account;
    this.sink = sink;
    this.troubles = troubles;
    this.unread = unread;
    this.ackMillis = rhythm.ackWithin().toMillis();
    worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Threads.named("slack-inbox"));
    timer = new ScheduledThreadPoolExecutor(1, Threads.named("slack-ack"));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Takes an envelope; {@code send} sends its confirmation. Never blocks. */
  void take(Envelope envelope, Consumer<String> send) {
    Receipt receipt = new Receipt(envelope, unread, send);
    try {
      ScheduledFuture<?> latest = timer.schedule(receipt::inTime, ackMillis, TimeUnit.MILLISECONDS);
      work(envelope, receipt, latest);
    } catch (RejectedExecutionException e) {
      log.debug("Slack: an envelope comes too late, the chat is closed");
    }
  }

  /**
   * Takes what an earlier process confirmed and did not come to read; to be called at least once.
   */
  void resume() {
    if (resumed.compareAndSet(false, true)) {
      for (Envelope envelope : unread.fromBefore()) {
        take(envelope, confirmedLongAgo -> {});
      }
    }
  }

  private void work(Envelope envelope, Receipt receipt, ScheduledFuture<?> latest) {
    try {
      worker.execute(
          () -> {
            if (isSafe(envelope)) {
              receipt.safe();
            }
            latest.cancel(false);
          });
    } catch (RejectedExecutionException e) {
      latest.cancel(false);
      log.warn("Slack: too much waits to be read; an event is left to be delivered again");
    }
  }

  private boolean isSafe(Envelope envelope) {
    try {
      handle(envelope);
      return true;
    } catch (RuntimeException bug) {
      log.error("Slack: an event could not be taken, please report it", bug);
      return false;
    }
  }

  private void handle(Envelope envelope) {
    notice(Json.text(envelope.payload(), "event", "type"));
    Optional<Heard> heard = account.known().flatMap(self -> new EventReader(self).read(envelope));
    if (heard.isEmpty()) {
      return;
    }
    // A mention in a channel comes as two events with two ids; what was said is one.
    String name = heard.get().said().channel() + " " + heard.get().said().eventId();
    if (!seen.put(name, true)) {
      return;
    }
    try {
      sink.accept(heard.get());
    } catch (RuntimeException e) {
      seen.remove(name);
      throw e;
    }
  }

  private void notice(String event) {
    if (event.equals(Subscription.UNINSTALLED.event())
        || event.equals(Subscription.TOKENS_REVOKED.event())) {
      troubles.begin(
          Troubles.account(ApiMethod.POST_MESSAGE),
          "the app was uninstalled; " + Refusals.advice("token_revoked"));
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
    timer.shutdownNow();
  }
}
