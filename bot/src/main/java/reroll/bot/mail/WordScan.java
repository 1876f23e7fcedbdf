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

  /** Takes words of two and more small ASCII letters; a word may begin with another sign. */
  WordScan(String... words) {
    this.words = words.clone();
    for (String word : words) {
      begins[word.charAt(0)] = true;
      begins[Character.toUpperCase(word.charAt(0))] = true;
    }
  }

  boolean isIn(String text) {
    boolean[] first = begins;
    int length = text.length();
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      if (c < ASCII && first[c] && anyAt(text, at)) {
        return true;
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

  /** Tells most places apart before the costlier comparison. */
  private static boolean isSecond(String text, int at, String word) {
    return at < text.length() && (text.charAt(at) | LOWER) == word.charAt(1);
  }
}
