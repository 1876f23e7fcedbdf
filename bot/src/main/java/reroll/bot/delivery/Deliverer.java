package reroll.bot.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.delivery.Delivery.SaveFailed;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.work.Backoff;
import reroll.bot.work.Workers;
import reroll.connectors.port.ConnectorException;

/**
 * Sends what is owed: in order within a channel, the channels independent of one another, each post
 * once. Thread-safe.
 */
public final class Deliverer {
  private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

  private final Delivery delivery;
  private final Dispatch dispatch;
  private final Workers workers;

  /** Channels at work or waiting to try again. Guarded by this. */
  private final Set<String> busy = new HashSet<>();

  /** Failures in a row. Guarded by this. */
  private final Map<String, Integer> failures = new HashMap<>();

  public Deliverer(Delivery delivery, Dispatch dispatch, Workers workers) {
    this.delivery = delivery;
    this.dispatch = dispatch;
    this.workers = workers;
  }

  /** Has a look at what is owed, soon. Never blocks. */
  public void wake() {
    workers.now(this::startAll);
  }

  private void startAll() {
    try {
      for (Owed owed : delivery.heads()) {
        if (occupy(owed.post().channel())) {
          workers.now(() -> work(owed.post().channel()));
        }
      }
    } catch (SaveFailed e) {
      log.warn("cannot send: {}", e.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean occupy(String channel) {
    return busy.add(channel);
  }

  /** Sends all that a channel is owed; on a failure, waits and begins again. */
  private void work(String channel) {
    try {
      Optional<Owed> head = delivery.head(channel);
      while (head.isPresent()) {
        dispatch.send(head.get());
        succeeded(channel);
        head = delivery.head(channel);
      }
      free(channel);
    } catch (ConnectorException e) {
      retry(channel, e, e.retryAfter());
    } catch (SaveFailed e) {
      retry(channel, e, Optional.empty());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void succeeded(String channel) {
    failures.remove(channel);
  }

  /** A post that was owed between the last look and this must not wait for the next. */
  private void free(String channel) {
    synchronized (this) {
      busy.remove(channel);
    }
    wakeIfOwed(channel);
  }

  private void wakeIfOwed(String channel) {
    try {
      if (delivery.head(channel).isPresent()) {
        wake();
      }
    } catch (SaveFailed e) {
      log.warn("cannot send: {}", e.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void retry(String channel, Exception why, Optional<Duration> asked) {
    int count;
    synchronized (this) {
      count = failures.merge(channel, 1, Integer::sum);
    }
    Duration wait = asked.orElseGet(() -> Backoff.after(count));
    log.warn("{}: {}; trying again in {} s", channel, why.getMessage(), wait.toSeconds());
    workers.after(wait, () -> work(channel));
  }
}
