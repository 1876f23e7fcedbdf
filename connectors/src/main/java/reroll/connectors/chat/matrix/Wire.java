package reroll.connectors.chat.matrix;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/** Requests to one homeserver, and its answers. Thread-safe. */
final class Wire {
  /** A first sync of an account with many rooms takes some megabytes. */
  private static final int MAX_BYTES = 64 << 20;

  private static final Duration UPLOAD = Duration.ofMinutes(2);

  static final String CLIENT = "/_matrix/client/v3";

  private final String base;
  private final Http http;
  private final Duration limit;

  /**
   * Makes one.
   *
   * @param limit of all answers but those that may take longer, however they trickle
   */
  Wire(URI server, Http http, Duration limit) {
    this.base = server.toString().replaceAll("/+$", "");
    this.http = http;
    this.limit = limit;
  }

  /** A step of a path, or a value behind a question mark, with all that has a meaning escaped. */
  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Parameters as they stand behind the path; empty where there are none. */
  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each -> escape(each.getKey()) + "=" + escape(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  Reply get(String path, Optional<String> token) throws ConnectorException, InterruptedException {
    return get(path, token, limit);
  }

  /** The same of what may take longer, or is wanted sooner. */
  Reply get(String path, Optional<String> token, Duration atMost)
      throws ConnectorException, InterruptedException {
    return send(Request.get(url(path)), token, atMost);
  }

  Reply post(String path, Optional<String> token, JsonNode body)
      throws ConnectorException, InterruptedException {
    return send(Request.post(url(path), "application/json", Json.bytes(body)), token, limit);
  }

  Reply put(String path, Optional<String> token, JsonNode body)
      throws ConnectorException, InterruptedException {
    return send(Request.put(url(path), "application/json", Json.bytes(body)), token, limit);
  }

  Reply upload(String path, Optional<String> token, String type, byte[] bytes)
      throws ConnectorException, InterruptedException {
    return send(Request.post(url(path), type, bytes), token, UPLOAD);
  }

  private URI url(String path) {
    return URI.create(base + path);
  }

  private Reply send(Request request, Optional<String> token, Duration atMost)
      throws ConnectorException, InterruptedException {
    Request asked = request.asMember(atMost).withHeader("Accept", "application/json");
    Request meant =
        token.map(secret -> asked.withHeader("Authorization", "Bearer " + secret)).orElse(asked);
    try (Answer answer = http.send(meant)) {
      Optional<JsonNode> body = Json.read(answer.bytes(MAX_BYTES));
      return new Reply(
          answer.status(), body.orElseGet(Json::object), body.isPresent(), answer.retryAfter());
    }
  }
}
