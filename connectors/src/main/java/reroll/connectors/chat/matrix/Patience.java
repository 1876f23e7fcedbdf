package reroll.connectors.chat.matrix;

import java.time.Duration;

/**
 * How long the sync waits. Immutable.
 *
 * @param poll for something to happen, at the server
 * @param first after a first failure; twice as long after each further one
 */
record Patience(Duration poll, Duration first) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

  private static final int MOST_DOUBLINGS = 8;

  /** The wait after so many failures in a row, at least one: with the usual first, 4 minutes. */
  Duration after(int failures) {
    return first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
