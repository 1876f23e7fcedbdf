package reroll.bot.filter;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A pattern of paths: {@code *} stands for anything within a folder, {@code **} for folders, too,
 * {@code ?} for one character. It fits a file, and all that lies below a folder of that name.
 * Immutable.
 */
final class Glob {
  private final String text;

  /** All before the first wildcard. */
  private final String literal;

  /** Empty where there is no wildcard. */
  private final Optional<Pattern> pattern;

  private Glob(String text) {
    this.text = text;
    this.literal = text.substring(0, firstWildcard(text));
    this.pattern =
        literal.length() == text.length()
            ? Optional.empty()
            : Optional.of(Pattern.compile(expression(text)));
  }

  /** As people write it: without a slash it fits a name in any folder. */
  static Glob of(String text) {
    String bare = text.startsWith("/") ? text.substring(1) : text;
    return new Glob(text.contains("/") ? bare : "**/" + bare);
  }

  /** As it stands in MAINTAINERS: from the top of the tree. */
  static Glob fromTop(String text) {
    return new Glob(text);
  }

  private static int firstWildcard(String text) {
    int at = 0;
    while (at < text.length() && "*?".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static String expression(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("**/", at)) {
        out.append("(?:.*/)?");
        at += 3;
      } else if (text.startsWith("**", at)) {
        out.append(".*");
        at += 2;
      } else {
        char c = text.charAt(at++);
        out.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return out + (text.endsWith("/") ? ".*" : "(?:/.*)?");
  }

  boolean matches(String path) {
    if (!path.startsWith(literal)) {
      return false;
    }
    return pattern.map(p -> p.matches(path)).orElseGet(() -> isAtOrBelow(path));
  }

  private boolean isAtOrBelow(String path) {
    return path.length() == literal.length()
        || literal.endsWith("/")
        || path.charAt(literal.length()) == '/';
  }

  /** The file or folder in which all that it fits lies; empty for the whole tree. */
  String root() {
    String root = pattern.isEmpty() ? literal : literal.substring(0, literal.lastIndexOf('/') + 1);
    return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  @Override
  public String toString() {
    return text;
  }
}
