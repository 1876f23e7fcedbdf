package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.List;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ArrayNode;

/**
 * A post as the messages that it takes: one, unless it is too long for one.
 *
 * @param text escaped, for notifications; the same for all of them
 * @param parts the blocks of each; at least one part, none without blocks
 */
record Messages(String text, List<ArrayNode> parts) {
  /** Slack's own is 50. */
  static final int MAX_BLOCKS = 45;

  /**
   * Slack refuses more than about 12,000 characters of text in all blocks together (measured and
   * undocumented: PROTOCOLS.md C.5), and 11,341 have been too many.
   */
  static final int MAX_CHARS = 9_000;

  /** Lays a text out; messages are cut between blocks, never inside one. */
  static Messages of(RichText text) {
    List<Block> blocks = BlockLayout.layOut(text);
    List<ArrayNode> parts = new ArrayList<>();
    ArrayNode part = Json.object().arrayNode();
    int chars = 0;
    for (Block block : blocks.isEmpty() ? List.of(SmallPrint.of("…")) : blocks) {
      if (part.size() == MAX_BLOCKS || chars + block.chars() > MAX_CHARS) {
        parts.add(part);
        part = Json.object().arrayNode();
        chars = 0;
      }
      part.add(block.json());
      chars += block.chars();
    }
    parts.add(part);
    return new Messages(PlainText.fallback(text), parts);
  }

  /** The first part; it says so where there are more. */
  ArrayNode onlyFirst() {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return parts
        .get(0)
        .deepCopy()
        .add(SmallPrint.of("… and more, too long to be shown here").json());
  }
}
