package reroll.connectors.chat.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import reroll.connectors.port.ConnectorException;

/**
 * One message a second to each channel, as Slack wants it: more may be hidden from people. Each
 * waits for its own channel alone. Thread-safe.
 */
final class ChannelPace {
  static final Duration GAP = Duration.ofMillis(1_100);

  /** Lets time go by. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration wait) throws InterruptedException;
  }

  private final Clock clock;
  private final Sleeper sleeper;

  /** When the next message may go. Guarded by this. */
  private final Map<String, Instant> openFrom = new HashMap<>();

  ChannelPace(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Waits for the channel's turn. */
  void await(String channel) throws ConnectorException {
    Duration wait = reserve(channel);
    if (wait.isZero()) {
      return;
    }
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw ConnectorException.notSent("stopped before a post went out", stop);
    }
  }

  /** Notes that a message has arrived: only from then on Slack counts. */
  synchronized void arrived(String channel) {
    Instant next = clock.instant().plus(GAP);
    openFrom.merge(channel, next, (planned, after) -> planned.isAfter(after) ? planned : after);
  }

  private synchronized Duration reserve(String channel) {
    Instant now = clock.instant();
    openFrom.values().removeIf(at -> !at.isAfter(now));
    Instant turn = openFrom.getOrDefault(channel, now);
    openFrom.put(channel, turn.plus(GAP));
    return Duration.between(now, turn);
  }
}
