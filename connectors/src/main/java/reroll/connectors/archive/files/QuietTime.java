package reroll.connectors.archive.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells a file that somebody may still be writing from one that is done. What is half there must
 * not be given: the reader would later drop the whole mail as one that it knows. Immutable.
 */
final class QuietTime {
  /** Far more than lies between two writes of one mail. */
  private static final Duration LENGTH = Duration.ofSeconds(2);

  private final Clock clock;

  QuietTime(Clock clock) {
    this.clock = clock;
  }

  /** Whether the last change is long enough ago. The clock that dated it may run ahead of ours. */
  boolean isOver(Instant modified) {
    return Duration.between(modified, clock.instant()).abs().compareTo(LENGTH) >= 0;
  }
}
