package reroll.connectors.chat.terminal;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import reroll.templates.text.RichText;

/**
 * Lays text out for a terminal: lines of at most a width, lists with hanging indents, links with
 * their address behind them. Colours (ECMA-48) only where they are asked for.
 */
final class TerminalText extends AbstractVisitor {
  private static final String BOLD = "\u001B[1m";
  private static final String DIM = "\u001B[2m";
  private static final String CYAN = "\u001B[36m";
  private static final String PLAIN = "\u001B[0m";

  private final Paper paper;
  private final boolean colours;

  private TerminalText(int width, boolean colours) {
    this.paper = new Paper(width);
    this.colours = colours;
  }

  /** Lines without a final line end. */
  static String layOut(RichText text, int width, boolean colours) {
    TerminalText layout = new TerminalText(width, colours);
    text.tree().accept(layout);
    return layout.paper.text();
  }

  @Override
  public void visit(Heading heading) {
    paper.startBlock();
    styled(BOLD, heading);
    paper.endLine();
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (!isInTightList(paragraph)) {
      paper.startBlock();
    }
    visitChildren(paragraph);
    paper.endLine();
  }

  private static boolean isInTightList(Paragraph paragraph) {
    Node list = paragraph.getParent() == null ? null : paragraph.getParent().getParent();
    return (list instanceof BulletList bullets && bullets.isTight())
        || (list instanceof OrderedList numbers && numbers.isTight());
  }

  @Override
  public void visit(BulletList list) {
    paper.startBlock();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, "• ");
    }
  }

  @Override
  public void visit(OrderedList list) {
    paper.startBlock();
    int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, number++ + ". ");
    }
  }

  private void item(Node item, String marker) {
    if (item instanceof ListItem) {
      paper.indent(marker, " ".repeat(marker.length()), () -> visitChildren(item));
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    paper.startBlock();
    paper.indent("│ ", "│ ", () -> visitChildren(quote));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    paper.startBlock();
    paper.indent("  ", "  ", () -> code.getLiteral().lines().forEach(paper::line));
  }

  @Override
  public void visit(ThematicBreak rule) {
    paper.startBlock();
    paper.line("─".repeat(Math.min(40, paper.width())));
  }

  @Override
  public void visit(Text text) {
    paper.words(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    style(CYAN);
    paper.words(code.getLiteral());
    style(PLAIN);
  }

  @Override
  public void visit(HtmlInline html) {
    paper.words(html.getLiteral());
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(DIM, emphasis);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled(BOLD, strong);
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    style(DIM);
    paper.words(" <" + link.getDestination() + ">");
    style(PLAIN);
  }

  @Override
  public void visit(SoftLineBreak line) {
    paper.words(" ");
  }

  @Override
  public void visit(HardLineBreak line) {
    paper.endLine();
  }

  private void styled(String style, Node node) {
    style(style);
    visitChildren(node);
    style(PLAIN);
  }

  private void style(String sequence) {
    if (colours) {
      paper.invisible(sequence);
    }
  }
}
