package reroll.connectors.chat.matrix;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
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
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import reroll.templates.text.Visible;

/** Lays text out for notifications and for clients without markup. */
final class PlainText extends AbstractVisitor {
  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  private PlainText() {}

  static String of(Node node) {
    PlainText text = new PlainText();
    node.accept(text);
    return text.out.toString().strip();
  }

  private void line() {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void paragraph() {
    line();
    if (out.length() > 0 && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }

  private void words(String text) {
    if (out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
      out.append(indent);
    }
    out.append(Visible.of(text));
  }

  @Override
  public void visit(Heading heading) {
    paragraph();
    visitChildren(heading);
    line();
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (HtmlText.isInTightList(paragraph)) {
      if (paragraph.getPrevious() != null) {
        line();
      }
    } else if (paragraph.getPrevious() != null || !(paragraph.getParent() instanceof ListItem)) {
      paragraph();
    }
    visitChildren(paragraph);
    line();
  }

  @Override
  public void visit(BulletList list) {
    list(list, -1);
  }

  @Override
  public void visit(OrderedList list) {
    list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
  }

  private void list(Node list, int first) {
    if (list.getParent() instanceof ListItem) {
      line();
    } else {
      paragraph();
    }
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, first < 0 ? "- " : number++ + ". ");
    }
  }

  private void item(Node item, String marker) {
    line();
    words(marker);
    String before = indent;
    indent += " ".repeat(marker.length());
    visitChildren(item);
    indent = before;
    line();
  }

  @Override
  public void visit(BlockQuote quote) {
    paragraph();
    String before = indent;
    indent += "> ";
    visitChildren(quote);
    indent = before;
    line();
  }

  @Override
  public void visit(FencedCodeBlock code) {
    paragraph();
    code.getLiteral().lines().forEach(this::codeLine);
  }

  private void codeLine(String text) {
    line();
    words("    " + text);
    out.append('\n');
  }

  @Override
  public void visit(ThematicBreak rule) {
    paragraph();
    words("--");
    line();
  }

  @Override
  public void visit(Text text) {
    words(text.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    words(html.getLiteral());
  }

  @Override
  public void visit(Code code) {
    QuickAnswers.mark(code).ifPresent(mark -> out.append(mark).append(' '));
    words(code.getLiteral());
  }

  /** Behind its words stands the address, unless they are the same. */
  @Override
  public void visit(Link link) {
    int from = out.length();
    visitChildren(link);
    String address = link.getDestination();
    if (!out.substring(from).equals(address)) {
      words(" <" + address + ">");
    }
  }

  @Override
  public void visit(SoftLineBreak line) {
    words(" ");
  }

  @Override
  public void visit(HardLineBreak line) {
    line();
  }
}
