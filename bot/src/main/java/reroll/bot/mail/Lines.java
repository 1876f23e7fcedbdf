package reroll.bot.mail;

/**
 * A cursor over the lines of a text. Long mails have thousands of lines of which few matter, so a
 * line becomes a string only on request. Not thread-safe.
 */
final class Lines {
  private final String text;
  private int start;
  private int end = -1;

  Lines(String text) {
    this.text = text;
  }

  /** Moves to the next line; false behind the last one. */
  boolean next() {
    if (end >= text.length()) {
      return false;
    }
    start = end + 1;
    int newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length() : newline;
    return start < text.length();
  }

  /** The current line without its end. */
  String line() {
    return text.substring(start, end);
  }

  /** The whole text, for one who looks at each character: a call for each costs more than that. */
  String text() {
    return text;
  }

  /** Where the current line ends in the text. */
  int end() {
    return end;
  }

  /** Where the current line begins in the text. */
  int start() {
    return start;
  }

  /** Where the next line begins in the text. */
  int nextStart() {
    return Math.min(end + 1, text.length());
  }

  int length() {
    return end - start;
  }

  char charAt(int index) {
    return text.charAt(start + index);
  }

  boolean startsWith(String prefix) {
    return prefix.length() <= end - start && text.startsWith(prefix, start);
  }

  boolean startsWithIgnoreCase(String prefix) {
    return prefix.length() <= end - start
        && text.regionMatches(true, start, prefix, 0, prefix.length());
  }

  /** Whether it stands in the current line. */
  boolean has(char sign) {
    int at = start;
    while (at < end && text.charAt(at) != sign) {
      at++;
    }
    return at < end;
  }

  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
