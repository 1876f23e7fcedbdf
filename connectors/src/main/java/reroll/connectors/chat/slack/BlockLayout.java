package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import reroll.connectors.chat.slack.Inlines.Run;
import reroll.connectors.chat.slack.Inlines.Style;
import reroll.templates.text.RichText;
import reroll.templates.text.Visible;

/**
 * Lays text out as blocks: each paragraph, list or piece of code is one, a last line in italics is
 * a small one, and a line of nothing but commands is a row of buttons. Used by one thread.
 */
final class BlockLayout extends AbstractVisitor {
  private final List<Block> blocks = new ArrayList<>();

  private BlockLayout() {}

  /** Blocks of any number, each within Slack's limits for one. */
  static List<Block> layOut(RichText text) {
    BlockLayout layout = new BlockLayout();
    layout.visitChildren(text.tree());
    return layout.blocks;
  }

  private void rich(Consumer<RichBlock> content) {
    RichBlock rich = new RichBlock();
    content.accept(rich);
    blocks.addAll(rich.blocks());
  }

  @Override
  public void visit(Heading heading) {
    rich(rich -> rich.section(Inlines.of(heading, Style.BOLD)));
  }

  @Override
  public void visit(Paragraph paragraph) {
    Optional<Block> special = Buttons.of(paragraph).or(() -> footnote(paragraph));
    special.ifPresentOrElse(blocks::add, () -> rich(rich -> rich.section(Inlines.of(paragraph))));
  }

  /** A last line that is all in italics stands small below the rest; buttons may follow. */
  private static Optional<Block> footnote(Paragraph paragraph) {
    List<Run> runs = Inlines.of(paragraph);
    boolean isSmall =
        isLast(paragraph)
            && paragraph.getFirstChild() instanceof Emphasis
            && runs.size() == 1
            && runs.get(0).style().equals(Set.of(Style.ITALIC))
            && runs.get(0).chars() <= SmallPrint.MAX_CHARS;
    return isSmall ? Optional.of(SmallPrint.of(runs.get(0).text())) : Optional.empty();
  }

  private static boolean isLast(Paragraph paragraph) {
    Node next = paragraph.getNext();
    return next == null
        || (next.getNext() == null
            && next instanceof Paragraph below
            && Buttons.of(below).isPresent());
  }

  @Override
  public void visit(BulletList list) {
    rich(rich -> items(rich, list, 0));
  }

  @Override
  public void visit(OrderedList list) {
    rich(rich -> items(rich, list, 0));
  }

  private static void items(RichBlock rich, Node list, int indent) {
    int number = 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(rich, item, indent, number++);
    }
  }

  /** Deeper than Slack indents, lists go on at the last step. */
  private static void item(RichBlock rich, Node item, int indent, int number) {
    String style = item.getParent() instanceof OrderedList ? "ordered" : "bullet";
    List<Run> runs = new ArrayList<>();
    for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof BulletList || part instanceof OrderedList) {
        flush(rich, style, indent, number, runs);
        items(rich, part, Math.min(indent + 1, 8));
      } else {
        runs.addAll(ofPart(part, !runs.isEmpty()));
      }
    }
    flush(rich, style, indent, number, runs);
  }

  private static void flush(RichBlock rich, String style, int indent, int number, List<Run> runs) {
    if (!runs.isEmpty()) {
      rich.item(style, indent, number, List.copyOf(runs));
      runs.clear();
    }
  }

  private static List<Run> ofPart(Node part, boolean below) {
    List<Run> runs = new ArrayList<>();
    if (below) {
      runs.add(new Run("\n", "", Set.of()));
    }
    runs.addAll(
        part instanceof FencedCodeBlock code ? literal(code, Style.CODE) : Inlines.of(part));
    return runs;
  }

  @Override
  public void visit(BlockQuote quote) {
    List<Run> runs = new ArrayList<>();
    for (Node part = quote.getFirstChild(); part != null; part = part.getNext()) {
      runs.addAll(ofPart(part, !runs.isEmpty()));
    }
    rich(rich -> rich.quote(runs));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    rich(rich -> rich.preformatted(literal(code)));
  }

  private static List<Run> literal(FencedCodeBlock code, Style... style) {
    String lines = Visible.of(code.getLiteral()).stripTrailing();
    return lines.isEmpty() ? List.of() : List.of(new Run(lines, "", Set.of(style)));
  }

  @Override
  public void visit(ThematicBreak rule) {
    blocks.add(new Block(Json.object().put("type", "divider"), 0));
  }
}
