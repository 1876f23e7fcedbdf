package reroll.connectors.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast a host may be asked. Immutable.
 *
 * @param gap between the end of a request and the next one to the same host; kernel.org's own tools
 *     leave 0.1 s within a batch, a reader that is always there can afford more
 */
public record Pace(Duration gap, Clock clock, Sleeper sleeper) {
  /** For hosts of others. */
  public static final Duration POLITE = Duration.ofSeconds(1);

  /** Lets time go by. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration wait) throws InterruptedException;
  }

  /** A pace that really waits. */
  public static Pace of(Duration gap, Clock clock) {
    return new Pace(gap, clock, wait -> Thread.sleep(wait.toMillis()));
  }

  Instant now() {
    return clock.instant();
  }

  void sleep(Duration wait) throws InterruptedException {
    if (!wait.isZero()) {
      sleeper.sleep(wait);
    }
  }
}
