package reroll.connectors.chat.slack.fake;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the fake reads and writes it. */
final class Js {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Js() {}

  static JsonNode read(String text, String error) throws SlackError {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new SlackError(error, e.getOriginalMessage());
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode ok() {
    return object().put("ok", true);
  }

  static ObjectNode no(String error) {
    return object().put("ok", false).put("error", error);
  }

  static String text(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isString() ? at.stringValue() : "";
  }
}
