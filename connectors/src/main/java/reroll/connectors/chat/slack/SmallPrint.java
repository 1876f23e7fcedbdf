package reroll.connectors.chat.slack;

import tools.jackson.databind.node.ObjectNode;

/** A line in small grey letters: a context block with plain text. */
final class SmallPrint {
  /** Slack's limit for the text of a context block's element is 2,000. */
  static final int MAX_CHARS = 2_000;

  private SmallPrint() {}

  static Block of(String text) {
    ObjectNode block = Json.object().put("type", "context");
    block.putArray("elements").add(PlainText.of(text));
    return new Block(block, text.length());
  }
}
