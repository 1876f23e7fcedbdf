package reroll.connectors.chat.slack;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message carries with it unseen, so that it can be found again: Slack's "metadata".
 * Immutable.
 *
 * @param key the post's identity
 * @param part which of the post's messages it is, from 1
 * @param parts how many there are
 * @param file the file that goes along, as Slack names it
 */
record Label(String key, int part, int parts, Optional<String> file) {
  private static final String TYPE = "reroll_post";

  ObjectNode json() {
    ObjectNode metadata = Json.object().put("event_type", TYPE);
    ObjectNode payload = metadata.putObject("event_payload");
    payload.put("key", key).put("part", part).put("parts", parts);
    file.ifPresent(id -> payload.put("file", id));
    return metadata;
  }

  /** The label of a message; empty where it is no post of Reroll's. */
  static Optional<Label> of(JsonNode message) {
    JsonNode metadata = message.path("metadata");
    JsonNode payload = metadata.path("event_payload");
    if (!Json.text(metadata, "event_type").equals(TYPE)) {
      return Optional.empty();
    }
    String file = Json.text(payload, "file");
    return Optional.of(
        new Label(
            Json.text(payload, "key"),
            payload.path("part").asInt(1),
            payload.path("parts").asInt(1),
            Optional.of(file).filter(id -> !id.isEmpty())));
  }
}
