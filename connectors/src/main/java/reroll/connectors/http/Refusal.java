package reroll.connectors.http;

import java.time.Duration;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;

/** What a status that is no success means for the one who asked (RFC 9110 15). */
final class Refusal {
  private Refusal() {}

  static ConnectorException of(Answer answer) {
    String sentence =
        HostGates.hostOf(answer.url()) + " answers " + answer.status() + " to " + answer.url();
    if (!mayPass(answer.status())) {
      return ConnectorException.rejected(sentence);
    }
    ConnectorException failure = ConnectorException.notSent(sentence, null);
    Optional<Duration> wait = answer.header("Retry-After").flatMap(RetryAfter::parse);
    return wait.map(failure::retryAfter).orElse(failure);
  }

  /** Busy, too fast, timed out, broken: the same request may do later. */
  static boolean mayPass(int status) {
    return status >= 500 || status == 429 || status == 408 || status == 425 || status < 300;
  }
}
