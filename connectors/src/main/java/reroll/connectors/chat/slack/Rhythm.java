package reroll.connectors.chat.slack;

import java.time.Duration;

/**
 * How long the socket waits for what. Immutable.
 *
 * @param ackWithin the latest confirmation of an envelope; Slack's own limit is 3 s
 * @param pingEvery how often a sign of life is asked for
 * @param deadAfter a socket from which nothing came for so long is dead
 * @param helloWithin a connection without a greeting is given up
 * @param drainFor how long an old socket is kept beside a new one, for what was on its way
 * @param firstWait after a failure; doubled with each more
 * @param longestWait the waits never get longer
 * @param restWhenOff while an administrator has switched Socket Mode off, or the tokens do not work
 */
record Rhythm(
    Duration ackWithin,
    Duration pingEvery,
    Duration deadAfter,
    Duration helloWithin,
    Duration drainFor,
    Duration firstWait,
    Duration longestWait,
    Duration restWhenOff) {

  /** For Slack; the node client of Slack's own gives up after 30 s without a sign, too. */
  static final Rhythm USUAL =
      new Rhythm(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));
}
