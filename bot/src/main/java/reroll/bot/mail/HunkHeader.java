package reroll.bot.mail;

import java.util.Optional;

/**
 * The line above a hunk of a unified diff, such as {@code @@ -1,3 +1,4 @@ int frog(void)}. Patches
 * have more of these than of any other line that is looked at closely, so no pattern reads them.
 * Immutable.
 *
 * @param oldLines how many lines the hunk shows of the old file
 * @param newLines the same of the new one
 * @param end where what stands behind the counts begins: the function
 */
record HunkHeader(int oldLines, int newLines, int end) {
  /** More digits are no count of lines. */
  private static final int MAX_DIGITS = 9;

  private static final int NONE = -1;

  /** Reads a line; empty where it is none of these. */
  static Optional<HunkHeader> in(String line) {
    return new Reader(line).read();
  }

  private static final class Reader {
    private final String line;
    private int at;

    Reader(String line) {
      this.line = line;
    }

    Optional<HunkHeader> read() {
      if (!skip("@@")) {
        return Optional.empty();
      }
      while (skip("@")) {
        // A merge has one more for each parent.
      }
      int oldLines = skip(" -") ? lines() : NONE;
      int newLines = oldLines >= 0 && skip(" +") ? lines() : NONE;
      return newLines >= 0 && skip(" @@")
          ? Optional.of(new HunkHeader(oldLines, newLines, at))
          : Optional.empty();
    }

    private boolean skip(String sign) {
      boolean here = line.startsWith(sign, at);
      at += here ? sign.length() : 0;
      return here;
    }

    /** The count in {@code 12,3}; 1 in {@code 12}. */
    private int lines() {
      if (number() < 0) {
        return NONE;
      }
      return skip(",") ? number() : 1;
    }

    private int number() {
      int start = at;
      int number = 0;
      while (at < line.length() && at - start < MAX_DIGITS && isDigit(line.charAt(at))) {
        number = 10 * number + line.charAt(at) - '0';
        at++;
      }
      return at > start ? number : NONE;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
