package reroll.connectors.chat.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The parts of one post that were seen in a room, with their names. Used by one thread. */
final class Found {
  private final Map<Integer, String> names = new LinkedHashMap<>();

  /** How many parts the post has; 0 while none was seen. */
  private int parts;

  /** Takes an event, if it is a part of the post. */
  void look(JsonNode event, String key) {
    JsonNode mark = Json.at(event, "content", Content.MARK);
    if (Json.text(mark, "key").equals(key)) {
      names.put(mark.path("part").intValue(0), Json.text(event, "event_id"));
      parts = mark.path("parts").intValue(1);
    }
  }

  void put(int part, String name) {
    names.put(part, name);
  }

  Optional<String> part(int part) {
    return Optional.ofNullable(names.get(part));
  }

  boolean isNothing() {
    return names.isEmpty();
  }

  boolean isWhole() {
    return parts > 0 && names.size() >= parts;
  }
}
