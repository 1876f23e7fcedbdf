package reroll.bot.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The paths in the headers of a diff, which git quotes like C where they need it. */
final class GitPath {
  private static final String ESCAPES = "abtnvfr\"\\";
  private static final String ESCAPED = "\u0007\b\t\n\u000B\f\r\"\\";

  private GitPath() {}

  /** The new path of {@code a/OLD b/NEW}, what stands behind {@code diff --git}. */
  static Optional<String> newOf(String pair) {
    int half = pair.length() / 2;
    if (pair.length() % 2 == 1
        && pair.length() > 5
        && pair.startsWith("a/")
        && pair.startsWith(" b/", half)
        && pair.regionMatches(2, pair, half + 3, half - 2)) {
      return Optional.of(pair.substring(2, half));
    }
    int quoted = pair.indexOf("\"b/");
    int plain = pair.lastIndexOf(" b/");
    if (quoted < 0 && plain < 0) {
      return Optional.empty();
    }
    return Optional.of(of(pair.substring(quoted >= 0 ? quoted : plain + 1), "b/"));
  }

  /** A path as it stands behind {@code +++}, quoted or with a date behind it. */
  static String of(String text, String prefix) {
    int tab = text.indexOf('\t');
    String path = text.startsWith("\"") ? unquoted(text) : tab < 0 ? text : text.substring(0, tab);
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private static String unquoted(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(quoted.length());
    int at = 1;
    while (at < quoted.length() && quoted.charAt(at) != '"') {
      int octal = octal(quoted, at);
      if (octal >= 0) {
        bytes.write(octal);
        at += 4;
      } else if (quoted.charAt(at) == '\\' && at + 1 < quoted.length()) {
        int escape = ESCAPES.indexOf(quoted.charAt(at + 1));
        bytes.write(escape < 0 ? quoted.charAt(at + 1) : ESCAPED.charAt(escape));
        at += 2;
      } else {
        int end = quoted.offsetByCodePoints(at, 1);
        bytes.writeBytes(quoted.substring(at, end).getBytes(StandardCharsets.UTF_8));
        at = end;
      }
    }
    return TextDecoder.decode(bytes.toByteArray(), 0, bytes.size());
  }

  /** The byte that {@code \303} stands for; -1 where there is none. */
  private static int octal(String text, int at) {
    if (text.charAt(at) != '\\' || at + 3 >= text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at + 1; i <= at + 3; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      value = value * 8 + digit;
    }
    return value & 0xFF;
  }
}
