package reroll.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;

/**
 * Lets one request at a time go to a host, in the order in which they came, with a gap after each;
 * stays shut while the host asked to be left alone. Thread-safe.
 */
final class HostGate {
  private static final Logger log = LoggerFactory.getLogger(HostGate.class);

  /** How often one who waits looks whether the turn before was forgotten. */
  private static final int LOOK_SECONDS = 5;

  private final String host;
  private final Pace pace;
  private final Semaphore one = new Semaphore(1, true);

  /** Guarded by this. */
  private Optional<Turn> holder = Optional.empty();

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
  Turn enter() throws ConnectorException, InterruptedException {
    refuseWhileShut();
    Turn turn = awaitTurn();
    try {
      refuseWhileShut();
      pace.sleep(untilOpen());
      turn.use();
      return turn;
    } catch (ConnectorException | InterruptedException | RuntimeException e) {
      turn.giveBack();
      throw e;
    }
  }

  private Turn awaitTurn() throws InterruptedException {
    do {
      endLostTurn();
    } while (!one.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS));
    synchronized (this) {
      Turn turn = new Turn(this::leave, pace);
      holder = Optional.of(turn);
      return turn;
    }
  }

  private void endLostTurn() {
    Optional<Turn> lost;
    synchronized (this) {
      lost = holder.filter(Turn::isLost);
    }
    if (lost.isPresent()) {
      log.error("{}: an answer was never closed; going on without it", host);
      lost.get().leave();
    }
  }

  private synchronized Duration untilOpen() {
    Instant now = pace.now();
    return now.isBefore(openFrom) ? Duration.between(now, openFrom) : Duration.ZERO;
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

  /**
   * Called by the turn that ends.
   *
   * @param asked whether the gap has to follow
   */
  void leave(boolean asked) {
    synchronized (this) {
      holder = Optional.empty();
      openFrom = asked ? pace.now().plus(pace.gap()) : openFrom;
    }
    one.release();
  }
}
