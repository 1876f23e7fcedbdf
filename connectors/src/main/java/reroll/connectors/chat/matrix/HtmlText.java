package reroll.connectors.chat.matrix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import reroll.connectors.chat.Html;
import reroll.templates.text.Visible;

/**
 * Lays text out in the tags that Matrix allows (spec, m.room.message, org.matrix.custom.html), and
 * no others; every value is escaped.
 */
final class HtmlText extends AbstractVisitor {
  /** Clients stop at 100 levels; nothing that anybody reads has as many. */
  private static final int MAX_DEPTH = 40;

  private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "ftp");

  /** Headings of a post are no headings of a page. */
  private static final int SMALLER = 2;

  private static final int SMALLEST = 6;

  /** Keeps a mark and its command in one line of a narrow screen. */
  private static final char FIRM_BLANK = '\u00A0';

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private HtmlText() {}

  static String of(Node node) {
    HtmlText text = new HtmlText();
    node.accept(text);
    return text.out.toString();
  }

  /** One item of a list as a list of its own. */
  static Layout item(ListBlock list, Node item, int number) {
    HtmlText text = new HtmlText();
    boolean ordered = list instanceof OrderedList;
    text.around(ordered ? "ol start=\"" + number + "\"" : "ul", () -> item.accept(text));
    String marker = ordered ? number + ". " : "- ";
    return new Layout(text.out.toString(), marker + PlainText.of(item));
  }

  static String escape(String text) {
    return Html.escaped(Visible.of(text));
  }

  private void around(String tag, Runnable content) {
    boolean tooDeep = depth >= MAX_DEPTH;
    depth++;
    if (tooDeep) {
      content.run();
    } else {
      out.append('<').append(tag).append('>');
      content.run();
      out.append("</").append(tag.split(" ", 2)[0]).append('>');
    }
    depth--;
  }

  private void around(String tag, Node node) {
    around(tag, () -> visitChildren(node));
  }

  @Override
  public void visit(Heading heading) {
    around("h" + Math.min(SMALLEST, heading.getLevel() + SMALLER), heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (isInTightList(paragraph)) {
      breakAfterText();
      visitChildren(paragraph);
    } else {
      around("p", paragraph);
    }
  }

  /** Two paragraphs of a tight item follow each other only where its author parted them. */
  private void breakAfterText() {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '>') {
      out.append("<br>");
    }
  }

  /** So is a list that blank lines part but nothing else: its items are lines, not chapters. */
  static boolean isInTightList(Node paragraph) {
    Node item = paragraph.getParent();
    return item instanceof ListItem
        && item.getParent() instanceof ListBlock list
        && (list.isTight() || isOfLines(list));
  }

  private static boolean isOfLines(ListBlock list) {
    boolean lines = true;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      lines &= item.getFirstChild() == item.getLastChild();
    }
    return lines;
  }

  @Override
  public void visit(BulletList list) {
    around("ul", list);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    around(start == null || start == 1 ? "ol" : "ol start=\"" + start + "\"", list);
  }

  @Override
  public void visit(ListItem item) {
    around("li", item);
  }

  @Override
  public void visit(BlockQuote quote) {
    around("blockquote", quote);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String lines = code.getLiteral().replaceFirst("\n$", "");
    around("pre", () -> around("code", () -> out.append(escape(lines))));
  }

  @Override
  public void visit(ThematicBreak rule) {
    out.append("<hr>");
  }

  @Override
  public void visit(Text text) {
    out.append(escape(text.getLiteral()));
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(escape(html.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    Optional<String> mark = QuickAnswers.mark(code);
    mark.ifPresent(m -> out.append(m).append(FIRM_BLANK));
    String text = escape(code.getLiteral());
    around("code", () -> out.append(mark.isPresent() ? text.replace(' ', FIRM_BLANK) : text));
  }

  @Override
  public void visit(Emphasis emphasis) {
    around("em", emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    around("strong", strong);
  }

  @Override
  public void visit(Link link) {
    if (isSafe(link.getDestination())) {
      around("a href=\"" + escape(link.getDestination()) + "\"", link);
    } else {
      visitChildren(link);
    }
  }

  /** Whether clients may show it as a link: absolute, and of a scheme that Matrix allows. */
  static boolean isSafe(String address) {
    try {
      String scheme = new URI(address).getScheme();
      return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What is behind an address on the web is not fetched by readers who did not ask for it. */
  @Override
  public void visit(Image image) {
    visitChildren(image);
  }

  @Override
  public void visit(SoftLineBreak line) {
    out.append(' ');
  }

  @Override
  public void visit(HardLineBreak line) {
    out.append("<br>");
  }
}
