package reroll.connectors.chat.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * When the next socket may be asked for: longer after each failure, never too often for Slack,
 * which takes one {@code apps.connections.open} a minute and a few more now and then. Used by one
 * thread.
 */
final class Openings {
  /** For a cut soon after a refresh; more in a row have to wait. */
  static final int MOST_AT_ONCE = 3;

  private static final Duration REFILL = ApiMethod.CONNECTIONS_OPEN.turn();

  private final Clock clock;
  private final Rhythm rhythm;
  private final Random random;

  /** The time up to which all openings are used up; those left lie between it and now. */
  private Instant usedUpTo = Instant.EPOCH;

  private int failures;

  Openings(Clock clock, Rhythm rhythm, Random random) {
    this.clock = clock;
    this.rhythm = rhythm;
    this.random = random;
  }

  /** How long to wait for one; takes it where that is zero. */
  Duration take() {
    Instant now = clock.instant();
    Instant oldest = now.minus(REFILL.multipliedBy(MOST_AT_ONCE));
    Instant from = usedUpTo.isBefore(oldest) ? oldest : usedUpTo;
    Instant next = from.plus(REFILL);
    if (next.isAfter(now)) {
      return Duration.between(now, next);
    }
    usedUpTo = next;
    return Duration.ZERO;
  }

  /** The wait after one more failure in a row: somewhat random, so that not all come at once. */
  Duration afterFailure() {
    int doublings = Math.min(failures++, 20);
    Duration wait = rhythm.firstWait().multipliedBy(1L << doublings);
    Duration most = wait.compareTo(rhythm.longestWait()) < 0 ? wait : rhythm.longestWait();
    return most.dividedBy(2).plus(most.multipliedBy(random.nextInt(1_000)).dividedBy(2_000));
  }

  /** A socket was greeted. */
  void succeeded() {
    failures = 0;
  }
}
