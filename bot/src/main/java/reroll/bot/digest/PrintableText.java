package reroll.bot.digest;

/** Text of strangers that can be printed: no escape sequences, no characters that turn lines. */
final class PrintableText {
  private PrintableText() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = c == '\n' || c == '\t';
      boolean harmful =
          Character.isISOControl(c)
              || (c >= '\u202A' && c <= '\u202E')
              || (c >= '\u2066' && c <= '\u2069');
      if (layout || !harmful) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
