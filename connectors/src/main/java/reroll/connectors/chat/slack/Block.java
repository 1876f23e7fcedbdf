package reroll.connectors.chat.slack;

import tools.jackson.databind.node.ObjectNode;

/**
 * One block of Block Kit, never changed once it is made.
 *
 * @param chars how much text is in it, as Slack counts against its limit for a message
 */
record Block(ObjectNode json, int chars) {
  /** Slack's own for a section; a rich text of more is cut in two. */
  static final int MAX_CHARS = 3_000;
}
