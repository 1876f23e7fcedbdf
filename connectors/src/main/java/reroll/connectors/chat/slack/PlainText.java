package reroll.connectors.chat.slack;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import reroll.templates.text.RichText;
import reroll.templates.text.Visible;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a post for where blocks are not shown: notifications, screen readers, old clients.
 * Used by one thread.
 */
final class PlainText extends AbstractVisitor {
  /** Slack asks for no more; only beyond 40,000 it cuts. */
  static final int MAX_CHARS = 3_900;

  private final StringBuilder out = new StringBuilder();

  private PlainText() {}

  /** A text object of Block Kit in which nothing is markup. */
  static ObjectNode of(String text) {
    // Without "emoji": false, ":name:" in a title would be drawn.
    return Json.object().put("type", "plain_text").put("text", text).put("emoji", false);
  }

  /** Makes a message whose blocks Slack does not take one of text alone. */
  static void insteadOfBlocks(Map<String, String> arguments) {
    arguments.remove("blocks");
    arguments.put("mrkdwn", "false");
  }

  /** Escaped lines without markup, shortened where there are too many; never empty. */
  static String fallback(RichText text) {
    PlainText lines = new PlainText();
    lines.visitChildren(text.tree());
    String all = lines.out.toString().strip();
    return all.isEmpty() ? "…" : shortened(all);
  }

  private static String shortened(String text) {
    String escaped = Mrkdwn.escape(text);
    if (escaped.length() <= MAX_CHARS) {
      return escaped;
    }
    int most = text.length();
    while (Mrkdwn.escape(text.substring(0, most)).length() > MAX_CHARS - 1) {
      most = most * 9 / 10;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return Mrkdwn.escape(text.substring(0, end)) + "…";
  }

  private void line(Node node, String before) {
    out.append(before);
    Inlines.of(node).forEach(run -> out.append(run.text()));
    out.append('\n');
  }

  @Override
  public void visit(Heading heading) {
    line(heading, "");
  }

  @Override
  public void visit(Paragraph paragraph) {
    boolean first = paragraph.getPrevious() == null;
    line(paragraph, first && paragraph.getParent() instanceof ListItem ? "• " : "");
  }

  @Override
  public void visit(FencedCodeBlock code) {
    out.append(Visible.of(code.getLiteral()));
  }
}
