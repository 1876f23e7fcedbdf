package reroll.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import reroll.connectors.port.ConnectorException;

/**
 * Lets one request at a time go to a host, with a gap after each; stays shut while the host asked
 * to be left alone. Thread-safe.
 */
final class HostGate {
  private final String host;
  private final Pace pace;
  private final Semaphore one = new Semaphore(1, true);

  /** Guarded by this. */
  private Instant openFrom = Instant.MIN;

  /** Guarded by this. */
  private Instant shutUntil = Instant.MIN;

  HostGate(String host, Pace pace) {
    this.host = host;
    this.pace = pace;
  }

  /**
   * Waits for the turn.
   *
   * @throws ConnectorException if the host asked to be left alone for longer
   */
  void enter() throws ConnectorException, InterruptedException {
    refuseWhileShut();
    one.acquire();
    try {
      refuseWhileShut();
      pace.sleep(untilOpen());
    } catch (ConnectorException | InterruptedException | RuntimeException e) {
      one.release();
      throw e;
    }
  }

  private synchronized Duration untilOpen() {
    Duration wait = Duration.between(pace.now(), openFrom);
    return wait.isNegative() || openFrom.equals(Instant.MIN) ? Duration.ZERO : wait;
  }

  private synchronized void refuseWhileShut() throws ConnectorException {
    Instant now = pace.now();
    if (now.isBefore(shutUntil)) {
      Duration left = Duration.between(now, shutUntil);
      throw ConnectorException.notSent(
              host + " asked to be left alone for " + Math.max(1, left.toSeconds()) + " s more",
              null)
          .retryAfter(left);
    }
  }

  synchronized void shutFor(Duration wait) {
    Instant until = pace.now().plus(wait);
    shutUntil = until.isAfter(shutUntil) ? until : shutUntil;
  }

  void leave() {
    synchronized (this) {
      openFrom = pace.now().plus(pace.gap());
    }
    one.release();
  }
}
