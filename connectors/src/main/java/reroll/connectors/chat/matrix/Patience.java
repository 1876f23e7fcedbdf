package reroll.connectors.chat.matrix;

import java.time.Duration;

/**
 * How long is waited for the server. Immutable.
 *
 * @param answer for an answer to be all there; a sync's, which the server may hold back, takes
 *     longer
 * @param poll for something to happen, while the server holds a sync back
 * @param first of a sync, after a first failure; twice as long after each further one
 */
record Patience(Duration answer, Duration poll, Duration first) {
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1));

  private static final int MOST_DOUBLINGS = 8;

  /** The wait after so many failures in a row, at least one: with the usual first, 4 minutes. */
  Duration after(int failures) {
    return first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
