package reroll.connectors.chat.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import reroll.templates.text.Visible;

/**
 * The inside of a paragraph as runs of text in one style. Slack shows the text of such runs as it
 * is: nothing in it is markup, a mention or a link, and all of it is visible. Used by one thread.
 */
final class Inlines extends AbstractVisitor {
  /** How a run looks. */
  enum Style {
    BOLD,
    ITALIC,
    CODE
  }

  /**
   * Some text.
   *
   * @param url where it leads; the empty text where nowhere
   */
  record Run(String text, String url, Set<Style> style) {
    int chars() {
      return text.length() + url.length();
    }

    Run with(String part) {
      return new Run(part, url, style);
    }
  }

  /**
   * A longer address is shown as text: browsers and Slack may cut it, and then it leads nowhere.
   */
  private static final int MAX_URL = 2_000;

  private final List<Run> runs = new ArrayList<>();
  private final EnumSet<Style> style = EnumSet.noneOf(Style.class);
  private String url = "";

  private Inlines() {}

  /** The runs of all that stands in a node; none of them is empty. */
  static List<Run> of(Node node, Style... always) {
    Inlines inlines = new Inlines();
    inlines.style.addAll(List.of(always));
    inlines.visitChildren(node);
    return inlines.runs;
  }

  private void add(String words) {
    String text = Visible.of(words);
    if (text.isEmpty()) {
      return;
    }
    Set<Style> now = Set.copyOf(style);
    if (!runs.isEmpty()) {
      Run last = runs.get(runs.size() - 1);
      if (last.url().equals(url) && last.style().equals(now)) {
        runs.set(runs.size() - 1, last.with(last.text() + text));
        return;
      }
    }
    runs.add(new Run(text, url, now));
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    add(html.getLiteral());
  }

  @Override
  public void visit(Code code) {
    styled(Style.CODE, () -> add(code.getLiteral()));
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(Style.ITALIC, () -> visitChildren(emphasis));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled(Style.BOLD, () -> visitChildren(strong));
  }

  @Override
  public void visit(Link link) {
    String address = Visible.of(link.getDestination());
    if (!isSafe(address)) {
      visitChildren(link);
      return;
    }
    url = address;
    visitChildren(link);
    url = "";
  }

  /** Only what a browser opens as a page. */
  private static boolean isSafe(String address) {
    try {
      String scheme = String.valueOf(new URI(address).getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("https") || scheme.equals("http")) && address.length() <= MAX_URL;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public void visit(SoftLineBreak line) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak line) {
    add("\n");
  }

  private void styled(Style more, Runnable content) {
    boolean isNew = style.add(more);
    content.run();
    if (isNew) {
      style.remove(more);
    }
  }
}
