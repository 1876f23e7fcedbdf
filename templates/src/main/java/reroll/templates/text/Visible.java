package reroll.templates.text;

/**
 * The last gate before a reader's eyes. Templates drop what is harmful from every value; a chat
 * lays out only what passes here as well, so that a text that came another way can do no more.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text without what drives a terminal, turns a line around (the bidirectional controls) or
   * cannot be seen: control characters but tab and line feed, format characters, halves of pairs.
   */
  public static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(Visible::isVisible).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isVisible(int c) {
    return c == '\t'
        || c == '\n'
        || !(Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.SURROGATE);
  }
}
