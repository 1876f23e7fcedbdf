package reroll.bot.words;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line. Several words in double quotes are one; quotes that do not begin a word stay
 * in it, as in {@code title:"page cache"}, so that its reader can tell what they hold together.
 */
public final class QuotedWords {
  private QuotedWords() {}

  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == '"') {
        int closing = closing(line, at);
        words.add(line.substring(at + 1, closing));
        at = closing + 1;
      } else if (Character.isWhitespace(line.charAt(at))) {
        at++;
      } else {
        int end = endOfWord(line, at);
        words.add(line.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static int endOfWord(String line, int start) {
    int at = start;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      at = line.charAt(at) == '"' ? closing(line, at) + 1 : at + 1;
    }
    return Math.min(at, line.length());
  }

  /** Where the quote closes that opens at some place; one that is left open closes at the end. */
  private static int closing(String line, int opening) {
    int closing = line.indexOf('"', opening + 1);
    return closing < 0 ? line.length() : closing;
  }
}
