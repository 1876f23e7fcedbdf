package reroll.connectors.port;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure at the edge. The core decides by {@link #outcome()} alone; the adapter translated what
 * its protocol said. The message is one sentence for a user and holds no secret; the cause is for
 * the log.
 */
public final class ConnectorException extends Exception {

  /** What became of the request. */
  public enum Outcome {
    /** Nothing happened on the other side: safe to try again. */
    NOT_SENT,
    /** It may have happened: look before trying again. */
    UNKNOWN,
    /** The other side, or the configuration, says no: trying the same again cannot help. */
    REJECTED
  }

  private final Outcome outcome;
  private final transient Optional<Duration> retryAfter;

  private ConnectorException(
      Outcome outcome, String message, Optional<Duration> retryAfter, Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }

  /** Nothing happened; the same request may succeed later. */
  public static ConnectorException notSent(String message, Throwable cause) {
    return new ConnectorException(Outcome.NOT_SENT, message, Optional.empty(), cause);
  }

  /** The request may have had its effect. */
  public static ConnectorException unknown(String message, Throwable cause) {
    return new ConnectorException(Outcome.UNKNOWN, message, Optional.empty(), cause);
  }

  /** The request will never succeed as it is. */
  public static ConnectorException rejected(String message) {
    return new ConnectorException(Outcome.REJECTED, message, Optional.empty(), null);
  }

  /** The same failure, with the wait that the other side asked for. */
  public ConnectorException retryAfter(Duration wait) {
    return new ConnectorException(outcome, getMessage(), Optional.of(wait), getCause());
  }

  public Outcome outcome() {
    return outcome;
  }

  /** How long the other side asked to wait; empty where it did not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
