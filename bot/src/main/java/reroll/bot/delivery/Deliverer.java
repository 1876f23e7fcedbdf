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
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Sends what is owed: in order within a channel, the channels independent of one another, each post
 * once. Before a post that may be there already is sent again, a chat that can tell is asked.
 * Thread-safe.
 */
public final class Deliverer {
  private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

  private final Delivery delivery;
  private final ChatPlatform chat;
  private final Workers workers;

  /** Channels at work or waiting to try again. Guarded by this. */
  private final Set<String> busy = new HashSet<>();

  /** Failures in a row. Guarded by this. */
  private final Map<String, Integer> failures = new HashMap<>();

  public Deliverer(Delivery delivery, ChatPlatform chat, Workers workers) {
    this.delivery = delivery;
    this.chat = chat;
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
        send(head.get());
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

  private void send(Owed owed) throws ConnectorException, SaveFailed, InterruptedException {
    Post post = owed.post();
    if (owed.begun()) {
      if (isThere(post)) {
        delivery.settle(post.id(), Optional.empty());
        return;
      }
    } else {
      delivery.begin(post.id());
    }
    Optional<String> refusal = Optional.empty();
    try {
      chat.send(
          new Outgoing(
              post.id().value(), post.channel(), post.answers(), post.text(), post.file()));
    } catch (ConnectorException e) {
      if (e.outcome() != Outcome.REJECTED) {
        throw e;
      }
      log.error("{} refuses a post: {}", post.channel(), e.getMessage(), e);
      refusal = Optional.of(e.getMessage());
    }
    delivery.settle(post.id(), refusal);
  }

  private boolean isThere(Post post) throws ConnectorException {
    return chat instanceof ChatPlatform.CanLookUp lookUp
        && lookUp.find(post.channel(), post.id().value()).isPresent();
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
