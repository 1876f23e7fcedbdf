package reroll.templates.text;

/** Makes text of strangers harmless inside Markdown. */
public final class Markdown {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private Markdown() {}

  /**
   * Escapes a value for use inside a line: every ASCII punctuation mark gets a backslash, which
   * CommonMark (2.4) takes off again; line ends become blanks; control, zero-width and
   * bidirectional characters are dropped. Blanks at the ends go: emphasis cannot close behind one.
   */
  public static String escape(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        out.append(' ');
      } else if (!isHarmful(c)) {
        if (PUNCTUATION.indexOf(c) >= 0) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  /** A block of text that is shown line by line as it is; nothing in it can end the block. */
  public static String fenced(String block) {
    String text = withoutHarmful(block);
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
  }

  /** A value in code: nothing in it can end the code. */
  public static String code(String value) {
    String text = withoutHarmful(value).replace('\n', ' ');
    String ticks = "`";
    while (text.contains(ticks)) {
      ticks += "`";
    }
    boolean touches = text.startsWith("`") || text.endsWith("`");
    return touches ? ticks + " " + text + " " + ticks : ticks + text + ticks;
  }

  private static String withoutHarmful(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || !isHarmful(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmful(char c) {
    return Character.isISOControl(c)
        || c == '\u061C'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\uFEFF';
  }
}
