package reroll.connectors.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;
import reroll.connectors.port.ConnectorException;

/** What a status that is no success means for the one who asked (RFC 9110 15). */
final class Refusal {
  private Refusal() {}

  static ConnectorException of(Response response) {
    URI url = response.request().url().uri();
    String sentence =
        HostGates.hostOf(url) + " answers " + response.code() + " to " + url.getRawPath();
    if (!mayPass(response.code())) {
      return ConnectorException.rejected(sentence);
    }
    ConnectorException failure =
        ConnectorException.notSent(sentence, new StatusException(response.code()));
    return RetryAfter.in(response).map(failure::retryAfter).orElse(failure);
  }

  /** Whether the host, and not only this request, is to be left alone for a while. */
  static Optional<Duration> rest(Response response) {
    return response.code() == 429 || response.code() == 503
        ? RetryAfter.in(response)
        : Optional.empty();
  }

  /** Busy, too fast, timed out, broken: the same request may do later. */
  private static boolean mayPass(int status) {
    return status >= 500 || status == 429 || status == 408 || status == 425 || status < 300;
  }
}
