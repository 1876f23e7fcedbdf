package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import reroll.templates.text.Visible;

/**
 * Blocks of a text, laid out in both forms that an event carries. Immutable.
 *
 * @param html in the tags that Matrix allows
 * @param plain for notifications and simple clients; reads well alone
 */
record Layout(String html, String plain) {
  /** What the two forms take in an event, in bytes. */
  int size() {
    return Json.size(html) + Json.size(plain);
  }

  Layout and(Layout next) {
    return new Layout(html + next.html, plain + "\n\n" + next.plain);
  }

  static Layout of(Node block) {
    return new Layout(HtmlText.of(block), PlainText.of(block));
  }

  /** Text that is shown as it is. */
  static Layout ofPlain(String text) {
    return new Layout("<p>" + HtmlText.escape(text) + "</p>", Visible.of(text));
  }

  private static Layout ofCode(String lines) {
    return new Layout("<pre><code>" + HtmlText.escape(lines) + "</code></pre>", Visible.of(lines));
  }

  /**
   * The blocks of a text, each no larger than allowed: a list falls into its items, code into its
   * lines, and only a block that is nothing but too long is cut inside, as plain text.
   */
  static List<Layout> blocks(Node parent, int most) {
    List<Layout> blocks = new ArrayList<>();
    for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
      Layout whole = of(block);
      if (whole.plain().isBlank()) {
        continue;
      }
      blocks.addAll(whole.size() <= most ? List.of(whole) : smaller(block, whole, most));
    }
    return blocks;
  }

  private static List<Layout> smaller(Node block, Layout whole, int most) {
    if (block instanceof ListBlock list) {
      return items(list, most);
    }
    if (block instanceof FencedCodeBlock code) {
      return Pieces.of(code.getLiteral(), most).stream().map(Layout::ofCode).toList();
    }
    return Pieces.of(whole.plain(), most).stream().map(Layout::ofPlain).toList();
  }

  /** Each item as a list of its own, with the number that it has. */
  private static List<Layout> items(ListBlock list, int most) {
    List<Layout> items = new ArrayList<>();
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Layout whole = HtmlText.item(list, item, number++);
      items.addAll(
          whole.size() <= most
              ? List.of(whole)
              : Pieces.of(whole.plain(), most).stream().map(Layout::ofPlain).toList());
    }
    return items;
  }
}
