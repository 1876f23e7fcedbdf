package reroll.connectors.chat.slack.fake;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Slack asks of blocks (PROTOCOLS.md C.5): kinds, what has to stand in them, how much may. A
 * refusal names the place, as Slack does.
 */
final class BlockRules {
  private static final int MAX_BLOCKS = 50;

  /** The smallest sum that Slack was seen to refuse is 11,341. */
  private static final int MAX_ALL_TEXT = 11_000;

  private static final Set<String> INLINE =
      Set.of("text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "date", "color");

  private static final Set<String> STYLES = Set.of("bold", "italic", "strike", "code");

  private final Set<String> actionIds = new HashSet<>();

  private BlockRules() {}

  static void check(JsonNode blocks) throws SlackError {
    BlockRules rules = new BlockRules();
    if (!blocks.isArray()) {
      throw new SlackError("invalid_blocks_format");
    }
    require(blocks.size() <= MAX_BLOCKS, "no more than 50 items allowed", "/blocks");
    for (int i = 0; i < blocks.size(); i++) {
      rules.block(blocks.get(i), "/blocks/" + i);
    }
    if (allText(blocks) > MAX_ALL_TEXT) {
      throw new SlackError("msg_blocks_too_long");
    }
  }

  private static void require(boolean good, String message, String place) throws SlackError {
    if (!good) {
      throw new SlackError(
          "invalid_blocks", "[ERROR] " + message + " [json-pointer:" + place + "]");
    }
  }

  private static int allText(JsonNode node) {
    int sum = node.path("text").isString() ? node.path("text").stringValue().length() : 0;
    for (JsonNode inside : node) {
      sum += allText(inside);
    }
    return sum;
  }

  private void block(JsonNode block, String at) throws SlackError {
    only(block, at, "type", "block_id", "text", "fields", "elements", "accessory");
    switch (Js.text(block, "type")) {
      case "section" -> text(block.path("text"), 3_000, at + "/text");
      case "header" -> plain(block.path("text"), 150, at + "/text");
      case "divider" -> only(block, at, "type", "block_id");
      case "context" -> context(block.path("elements"), at + "/elements");
      case "actions" -> actions(block.path("elements"), at + "/elements");
      case "rich_text" -> rich(block.path("elements"), at + "/elements");
      default -> require(false, "unsupported type: " + Js.text(block, "type"), at + "/type");
    }
  }

  private static void only(JsonNode object, String at, String... names) throws SlackError {
    require(object.isObject(), "must be an object", at);
    for (String name : object.propertyNames()) {
      require(Set.of(names).contains(name), "additional property: " + name, at);
    }
  }

  private static void text(JsonNode text, int most, String at) throws SlackError {
    only(text, at, "type", "text", "emoji", "verbatim");
    String type = Js.text(text, "type");
    require(Set.of("plain_text", "mrkdwn").contains(type), "unsupported type", at + "/type");
    require(!(type.equals("mrkdwn") && text.has("emoji")), "no emoji in mrkdwn", at);
    length(Js.text(text, "text"), most, at + "/text");
  }

  private static void plain(JsonNode text, int most, String at) throws SlackError {
    text(text, most, at);
    require(Js.text(text, "type").equals("plain_text"), "must be plain_text", at + "/type");
  }

  private static void length(String text, int most, String at) throws SlackError {
    require(!text.isEmpty(), "must be more than 0 characters", at);
    require(text.length() <= most, "must be less than " + (most + 1) + " characters", at);
  }

  private static void context(JsonNode elements, String at) throws SlackError {
    size(elements, 10, at);
    for (int i = 0; i < elements.size(); i++) {
      text(elements.get(i), 2_000, at + "/" + i);
    }
  }

  private static void size(JsonNode elements, int most, String at) throws SlackError {
    require(elements.isArray() && !elements.isEmpty(), "must have at least one item", at);
    require(elements.size() <= most, "no more than " + most + " items allowed", at);
  }

  private void actions(JsonNode elements, String at) throws SlackError {
    size(elements, 25, at);
    for (int i = 0; i < elements.size(); i++) {
      JsonNode button = elements.get(i);
      String here = at + "/" + i;
      only(button, here, "type", "text", "action_id", "value", "url", "style", "confirm");
      require(Js.text(button, "type").equals("button"), "unsupported type", here + "/type");
      plain(button.path("text"), 75, here + "/text");
      length(Js.text(button, "action_id"), 255, here + "/action_id");
      length(Js.text(button, "value"), 2_000, here + "/value");
      boolean isNew = actionIds.add(at + Js.text(button, "action_id"));
      require(isNew, "action_id is not unique", here + "/action_id");
    }
  }

  private static void rich(JsonNode elements, String at) throws SlackError {
    size(elements, 1_000, at);
    for (int i = 0; i < elements.size(); i++) {
      richElement(elements.get(i), at + "/" + i);
    }
  }

  private static void richElement(JsonNode element, String at) throws SlackError {
    JsonNode inside = element.path("elements");
    size(inside, 1_000, at + "/elements");
    if (Js.text(element, "type").equals("rich_text_list")) {
      only(element, at, "type", "elements", "style", "indent", "offset", "border");
      String style = Js.text(element, "style");
      require(Set.of("bullet", "ordered").contains(style), "unknown style", at + "/style");
      int indent = element.path("indent").asInt(0);
      require(indent >= 0 && indent <= 8, "indent out of range", at + "/indent");
      for (int i = 0; i < inside.size(); i++) {
        require(
            Js.text(inside.get(i), "type").equals("rich_text_section"), "must be a section", at);
        inlines(inside.get(i).path("elements"), at + "/elements/" + i);
      }
      return;
    }
    only(element, at, "type", "elements", "border");
    Set<String> kinds = Set.of("rich_text_section", "rich_text_preformatted", "rich_text_quote");
    require(kinds.contains(Js.text(element, "type")), "unsupported type", at + "/type");
    inlines(inside, at + "/elements");
  }

  private static void inlines(JsonNode elements, String at) throws SlackError {
    size(elements, 1_000, at);
    for (int i = 0; i < elements.size(); i++) {
      inline(elements.get(i), at + "/" + i);
    }
  }

  private static void inline(JsonNode element, String at) throws SlackError {
    String type = Js.text(element, "type");
    require(INLINE.contains(type), "unsupported type: " + type, at + "/type");
    if (type.equals("text") || type.equals("link")) {
      only(element, at, "type", "text", "url", "style", "unsafe");
      length(Js.text(element, "text"), 4_000, at + "/text");
    }
    if (type.equals("link")) {
      length(Js.text(element, "url"), 3_000, at + "/url");
    }
    for (String style : element.path("style").propertyNames()) {
      require(STYLES.contains(style), "unknown style " + style, at + "/style");
    }
  }
}
