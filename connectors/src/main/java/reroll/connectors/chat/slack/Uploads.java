package reroll.connectors.chat.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Attachment;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * Files, in Slack's three steps: ask where to, send the bytes, share (PROTOCOLS.md C.7). Only the
 * last is seen. Thread-safe.
 */
final class Uploads {
  private static final Logger log = LoggerFactory.getLogger(Uploads.class);

  private final WebApi api;
  private final History history;
  private final Troubles troubles;

  Uploads(WebApi api, History history, Troubles troubles) {
    this.api = api;
    this.history = history;
    this.troubles = troubles;
  }

  /**
   * Brings the bytes to Slack, where nobody sees them so far; returns Slack's name for the file.
   */
  String bring(Attachment file) throws ConnectorException {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    JsonNode place =
        api.call(
            ApiMethod.UPLOAD_URL,
            Map.of("filename", file.name(), "length", String.valueOf(bytes.length)));
    api.upload(address(place), "text/plain; charset=utf-8", bytes);
    return Json.text(place, "file_id");
  }

  private URI address(JsonNode place) throws ConnectorException {
    try {
      URI address = new URI(Json.text(place, "upload_url"));
      boolean isSafe = "https".equals(address.getScheme()) || api.isInTheClear();
      if (isSafe && api.isAtSlack(address)) {
        return address;
      }
    } catch (URISyntaxException e) {
      log.debug("Slack: no address", e);
    }
    throw ConnectorException.notSent("Slack names no safe address for a file", null);
  }

  /** Shows the file below a message. */
  void share(String file, String channel, String root) throws ConnectorException {
    Reply reply =
        api.ask(
            ApiMethod.COMPLETE_UPLOAD,
            Map.of(
                "files",
                Json.object().arrayNode().add(Json.object().put("id", file)).toString(),
                "channel_id",
                channel,
                "thread_ts",
                root));
    try {
      reply.orThrow(troubles);
    } catch (ConnectorException e) {
      if (e.outcome() != ConnectorException.Outcome.REJECTED) {
        throw e;
      }
      // The post itself is there and says the most of it; it must not count as refused.
      log.error("Slack: a post stays without its file: {}", e.getMessage());
    }
  }

  /** Shows the file unless it is there. */
  void shareOnce(String file, String channel, String root) throws ConnectorException {
    boolean isThere =
        history.ofThread(channel, root, Optional.empty()).stream()
            .flatMap(m -> StreamSupport.stream(m.path("files").spliterator(), false))
            .anyMatch(shared -> Json.text(shared, "id").equals(file));
    if (!isThere) {
      share(file, channel, root);
    }
  }
}
