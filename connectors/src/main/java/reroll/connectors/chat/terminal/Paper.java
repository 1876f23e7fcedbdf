package reroll.connectors.chat.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jline.utils.WCWidth;
import reroll.templates.text.Visible;

/** Lines that wrap at a width, below prefixes that hang. Used by one thread. */
final class Paper {
  private final int width;
  private final StringBuilder out = new StringBuilder();

  /** The blocks that the next line lies in, the outermost first. */
  private final Deque<Prefix> prefixes = new ArrayDeque<>();

  private final StringBuilder line = new StringBuilder();
  private int column;
  private boolean open;
  private boolean blankPending;

  Paper(int width) {
    this.width = Math.max(20, width);
  }

  int width() {
    return width;
  }

  /** An empty line before what follows, except at the very beginning and after a marker. */
  void startBlock() {
    endLine();
    if (out.length() > 0 && prefixes.stream().noneMatch(prefix -> prefix.fresh)) {
      blankPending = true;
    }
  }

  /** Does {@code content} below a prefix; {@code first} stands before its first line. */
  void indent(String first, String rest, Runnable content) {
    endLine();
    prefixes.addLast(new Prefix(first, rest));
    content.run();
    endLine();
    prefixes.removeLast();
  }

  /** Adds words; blanks are where a line may end. */
  void words(String words) {
    String text = withoutHarmful(words);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean blank = text.charAt(at) == ' ';
      while (end < text.length() && (text.charAt(end) == ' ') == blank) {
        end++;
      }
      word(text.substring(at, end), blank);
      at = end;
    }
  }

  private void word(String word, boolean blank) {
    if (blank && !open) {
      return;
    }
    int columns = columns(word);
    if (!blank && open && column + columns > width) {
      endLine();
    }
    open();
    line.append(word);
    column += columns;
  }

  /** Adds what takes no room. */
  void invisible(String sequence) {
    line.append(sequence);
  }

  /** Adds a whole line that does not wrap. */
  void line(String text) {
    open();
    line.append(withoutHarmful(text));
    endLine();
  }

  private void open() {
    if (open) {
      return;
    }
    open = true;
    String styles = line.toString();
    line.setLength(0);
    String prefix = prefix();
    line.append(prefix).append(styles);
    column = columns(prefix);
  }

  private String prefix() {
    StringBuilder all = new StringBuilder();
    prefixes.forEach(prefix -> all.append(prefix.next()));
    return all.toString();
  }

  void endLine() {
    if (!open) {
      return;
    }
    if (blankPending) {
      out.append('\n');
      blankPending = false;
    }
    out.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    open = false;
  }

  String text() {
    endLine();
    // Styles that were closed behind the last word.
    out.append(line);
    String text = out.toString();
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** The last gate: whatever a text holds, no sequence of a stranger reaches the terminal. */
  static String withoutHarmful(String text) {
    return Visible.of(text).replace("\n", "");
  }

  /** East Asian characters and emoji take two columns, combining marks none. */
  private static int columns(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** What stands before the lines of a block. */
  private static final class Prefix {
    private final String first;
    private final String rest;
    private boolean fresh = true;

    Prefix(String first, String rest) {
      this.first = first;
      this.rest = rest;
    }

    String next() {
      String next = fresh ? first : rest;
      fresh = false;
      return next;
    }
  }
}
