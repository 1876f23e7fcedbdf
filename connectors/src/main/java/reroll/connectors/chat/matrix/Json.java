package reroll.connectors.chat.matrix;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of strangers: every field may be missing or of another kind. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array(List<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** What bytes hold; empty where that is no JSON object. */
  static Optional<JsonNode> read(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
  }

  /** How many bytes a text takes in an event. */
  static int size(String text) {
    return MAPPER.writeValueAsString(text).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The text at a path of keys; empty where there is none. */
  static String text(JsonNode node, String... keys) {
    return at(node, keys).stringValue("");
  }

  static JsonNode at(JsonNode node, String... keys) {
    JsonNode found = node;
    for (String key : keys) {
      found = found.path(key);
    }
    return found;
  }

  /** The entries of an object; none where it is something else. */
  static Iterable<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    return node.isObject() ? node.properties() : List.of();
  }
}
