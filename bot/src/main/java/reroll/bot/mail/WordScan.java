package reroll.bot.mail;

/**
 * Whether a text holds any of some words, whatever their case: one pass, no copy of the text. It
 * spares most mails a costly pattern. Immutable.
 */
final class WordScan {
  private static final int ASCII = 128;

  /** Makes a letter of ASCII a small one. */
  private static final int LOWER = 0x20;

  private final String[] words;

  /** Letters of either case that begin a word. */
  private final boolean[] begins = new boolean[ASCII];

  /** Letters of either case that stand second in a word. */
  private final boolean[] follows = new boolean[ASCII];

  /** Takes words of two and more small ASCII letters; a word may begin with another sign. */
  WordScan(String... words) {
    this.words = words.clone();
    for (String word : words) {
      mark(begins, word.charAt(0));
      mark(follows, word.charAt(1));
    }
  }

  private static void mark(boolean[] letters, char letter) {
    letters[letter] = true;
    letters[Character.toUpperCase(letter)] = true;
  }

  /** Two letters tell most places apart before the costlier comparison. */
  boolean isIn(String text) {
    boolean[] first = begins;
    boolean[] second = follows;
    int last = text.length() - 1;
    for (int at = 0; at < last; at++) {
      char c = text.charAt(at);
      if (c < ASCII && first[c]) {
        char next = text.charAt(at + 1);
        if (next < ASCII && second[next] && anyAt(text, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyAt(String text, int at) {
    for (String word : words) {
      if (isSecond(text, at + 1, word) && text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecond(String text, int at, String word) {
    return (text.charAt(at) | LOWER) == word.charAt(1);
  }
}
