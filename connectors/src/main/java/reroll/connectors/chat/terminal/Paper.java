package reroll.connectors.chat.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Lines that wrap at a width, below prefixes that hang. Used by one thread. */
final class Paper {
  private final int width;
  private final StringBuilder out = new StringBuilder();

  /** The prefixes of the blocks that the next line lies in, the innermost first. */
  private final Deque<String> prefixes = new ArrayDeque<>();

  /** Stands before the next line instead of the innermost prefix: a list's marker. */
  private String marker = "";

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
    if (out.length() > 0 && marker.isEmpty()) {
      blankPending = true;
    }
  }

  /** Does {@code content} below a prefix; {@code first} stands before its first line. */
  void indent(String first, String rest, Runnable content) {
    endLine();
    prefixes.push(rest);
    marker = first;
    content.run();
    endLine();
    prefixes.pop();
    marker = "";
  }

  /** Adds words; blanks are where a line may end. */
  void words(String text) {
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
    if (!blank && open && column + word.length() > width) {
      endLine();
    }
    open();
    line.append(word);
    column += word.length();
  }

  /** Adds what takes no room. */
  void invisible(String sequence) {
    line.append(sequence);
  }

  /** Adds a whole line that does not wrap. */
  void line(String text) {
    open();
    line.append(text);
    endLine();
  }

  private void open() {
    if (open) {
      return;
    }
    open = true;
    String styles = line.toString();
    line.setLength(0);
    line.append(prefix()).append(styles);
    column = prefixWidth();
  }

  private String prefix() {
    StringBuilder prefix = new StringBuilder();
    Iterator<String> outermostFirst = prefixes.descendingIterator();
    int left = prefixes.size();
    while (outermostFirst.hasNext()) {
      String own = outermostFirst.next();
      boolean innermost = --left == 0;
      prefix.append(innermost && !marker.isEmpty() ? marker : own);
    }
    marker = "";
    return prefix.toString();
  }

  private int prefixWidth() {
    return prefixes.stream().mapToInt(String::length).sum();
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
}
