package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.List;
import reroll.connectors.chat.slack.Inlines.Run;

/** Cuts what is too long for one block. */
final class Pieces {
  /** Blanks at which a text may be cut are looked for in its last part. */
  private static final int LOOK_BACK = 300;

  private Pieces() {}

  /** The same runs in groups of at most so many characters. */
  static List<List<Run>> of(List<Run> runs, int most) {
    List<List<Run>> pieces = new ArrayList<>();
    List<Run> piece = new ArrayList<>();
    int chars = 0;
    for (Run run : runs) {
      for (String part : cut(run.text(), most - run.url().length())) {
        int more = part.length() + run.url().length();
        if (chars + more > most && !piece.isEmpty()) {
          pieces.add(piece);
          piece = new ArrayList<>();
          chars = 0;
        }
        piece.add(run.with(part));
        chars += more;
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** A text in parts of at most so many characters; at blanks or line ends where there are some. */
  static List<String> cut(String text, int most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (text.length() - from > most) {
      int end = end(text, from, from + most);
      parts.add(text.substring(from, end));
      from = end;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static int end(String text, int from, int atMost) {
    int line = text.lastIndexOf('\n', atMost - 1);
    if (line >= Math.max(from + 1, atMost - LOOK_BACK)) {
      return line + 1;
    }
    int blank = text.lastIndexOf(' ', atMost - 1);
    if (blank >= Math.max(from + 1, atMost - LOOK_BACK)) {
      return blank + 1;
    }
    return Character.isHighSurrogate(text.charAt(atMost - 1)) ? atMost - 1 : atMost;
  }
}
