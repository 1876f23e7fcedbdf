package reroll.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import reroll.connectors.port.ConnectorException;

/**
 * What a server answered. Its body is read while it comes; until this is closed, or its body read
 * to the end, no other request of a guest goes to the host. Used by one thread at a time.
 */
public final class Answer implements AutoCloseable {
  private final Response response;
  private final InputStream body;
  private final Turn turn;

  Answer(Response response, InputStream body, Turn turn) {
    this.response = response;
    this.body = body;
    this.turn = turn;
  }

  /** The status code (RFC 9110 15). */
  public int status() {
    return response.code();
  }

  public boolean isOk() {
    return status() == 200;
  }

  /** Where the answer came from in the end. */
  public URI url() {
    return response.request().url().uri();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(response.header(name));
  }

  /** All headers; names in lower case. */
  public Map<String, List<String>> headers() {
    return response.headers().toMultimap();
  }

  /** The media type without its parameters, in lower case; empty where nothing is said. */
  public String contentType() {
    String type = header("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The body as it comes, gzip of the transport undone. Fails with an {@link IOException} when it
   * ends before it should, and when it comes too slowly.
   */
  public InputStream body() {
    return body;
  }

  /**
   * All of a body that is small.
   *
   * @param most how many bytes are taken
   * @throws ConnectorException if there are more, or they do not come
   */
  public byte[] bytes(int most) throws ConnectorException {
    try {
      byte[] bytes = body.readNBytes(most);
      if (bytes.length == most && body.read() >= 0) {
        throw broken(" sends more than " + most + " bytes for " + url().getRawPath(), null);
      }
      return bytes;
    } catch (IOException e) {
      throw broken(" broke off in the middle of an answer: " + Reason.of(e), e);
    }
  }

  /** What a request with a body asked for has happened, whatever became of the answer. */
  private ConnectorException broken(String what, IOException cause) {
    String sentence = HostGates.hostOf(url()) + what;
    return response.request().body() == null
        ? ConnectorException.notSent(sentence, cause)
        : ConnectorException.unknown(sentence, cause);
  }

  /** How long the server asks to wait, by its header Retry-After; a day at most. */
  public Optional<Duration> retryAfter() {
    return RetryAfter.in(response);
  }

  /** This answer as a failure: what a status that is no success means. */
  public ConnectorException failure() {
    return Refusal.of(response);
  }

  /** Lets the next request to the host go. */
  @Override
  public void close() {
    try {
      response.close();
    } finally {
      turn.leave();
    }
  }
}
