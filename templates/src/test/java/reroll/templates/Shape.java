package reroll.templates;

import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import reroll.templates.text.RichText;

/** The kinds of a message's parts, without what they say. */
final class Shape {
  private Shape() {}

  static String of(RichText text) {
    StringBuilder out = new StringBuilder();
    add(text.tree(), "", out);
    return out.toString();
  }

  private static void add(Node node, String indent, StringBuilder out) {
    if (!(node instanceof Text || node instanceof SoftLineBreak)) {
      out.append(indent).append(node.getClass().getSimpleName()).append('\n');
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      add(child, indent + "  ", out);
    }
  }
}
