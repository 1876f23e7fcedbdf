package reroll.connectors.chat.slack;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One frame of Socket Mode (PROTOCOLS.md C.2). Immutable.
 *
 * @param id to be confirmed; the empty text for frames that need no confirmation
 * @param body all of the frame
 */
record Envelope(String type, String id, JsonNode body) {
  /** Empty where the text is no frame of Socket Mode. */
  static Optional<Envelope> parse(String text) {
    return Json.object(text)
        .map(body -> new Envelope(Json.text(body, "type"), Json.text(body, "envelope_id"), body))
        .filter(envelope -> !envelope.type().isEmpty());
  }

  JsonNode payload() {
    return body.path("payload");
  }

  /** The frame that confirms this one. */
  String confirmation() {
    return Json.object().put("envelope_id", id).toString();
  }
}
