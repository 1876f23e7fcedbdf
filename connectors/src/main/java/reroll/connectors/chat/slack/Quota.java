package reroll.connectors.chat.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import reroll.connectors.port.ConnectorException;

/** The methods that Slack asked to be left alone for a while, each by itself. Thread-safe. */
final class Quota {
  private final Clock clock;

  /** Guarded by this. */
  private final Map<ApiMethod, Instant> shutUntil = new EnumMap<>(ApiMethod.class);

  Quota(Clock clock) {
    this.clock = clock;
  }

  /** Refuses while the method is shut; nothing is asked of Slack. */
  synchronized void pass(ApiMethod method) throws ConnectorException {
    Duration left =
        Duration.between(clock.instant(), shutUntil.getOrDefault(method, Instant.EPOCH));
    if (left.compareTo(Duration.ZERO) > 0) {
      throw tooFast(method, left);
    }
  }

  /** Notes that Slack said "too fast". */
  synchronized ConnectorException shut(ApiMethod method, Duration wait) {
    shutUntil.put(method, clock.instant().plus(wait));
    return tooFast(method, wait);
  }

  private static ConnectorException tooFast(ApiMethod method, Duration wait) {
    return ConnectorException.notSent(
            "Slack wants no " + method.word() + " for " + Math.max(1, wait.toSeconds()) + " s",
            null)
        .retryAfter(wait);
  }
}
