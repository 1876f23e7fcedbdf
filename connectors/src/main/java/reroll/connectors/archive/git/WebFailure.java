package reroll.connectors.archive.git;

import java.net.SocketException;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Carries a failure of the web through JGit, which lets a SocketException pass where it would try
 * any other IOException again.
 */
final class WebFailure extends SocketException {
  private final ConnectorException failure;

  WebFailure(ConnectorException failure) {
    super(failure.getMessage());
    initCause(failure);
    this.failure = failure;
  }

  /** What lies at the bottom of an exception of JGit, if it came from the web. */
  static Optional<ConnectorException> in(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof WebFailure web) {
        return Optional.of(web.asRead());
      }
    }
    return Optional.empty();
  }

  /** Reading changes nothing over there, whether the request came through or not. */
  private ConnectorException asRead() {
    if (failure.outcome() != Outcome.UNKNOWN) {
      return failure;
    }
    return ConnectorException.notSent(failure.getMessage(), failure.getCause());
  }
}
