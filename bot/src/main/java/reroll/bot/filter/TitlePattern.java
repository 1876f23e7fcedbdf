package reroll.bot.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.regex.Matcher;

/** {@code title:/^mm.*folio/}: a regular expression that is found in a title, in any case. */
record TitlePattern(Pattern pattern) implements Term {
  /** Longer ones nobody writes by hand. */
  static final int MAX_CHARS = 200;

  /** How often a part may be repeated, all counts multiplied: a pattern grows as much. */
  static final int MAX_REPEATS = 1_000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  static List<Term> read(String value) throws BadFilter {
    if (value.length() < 3 || !value.endsWith("/")) {
      throw new BadFilter("a pattern stands between two slashes: title:/^mm.*folio/");
    }
    String expression = value.substring(1, value.length() - 1);
    if (expression.length() > MAX_CHARS || repeats(expression) > MAX_REPEATS) {
      throw new BadFilter("the pattern is too large");
    }
    try {
      return List.of(new TitlePattern(Pattern.compile(expression, Pattern.CASE_INSENSITIVE)));
    } catch (PatternSyntaxException e) {
      throw new BadFilter("the pattern cannot be read, " + e.getDescription());
    }
  }

  private static long repeats(String expression) {
    long product = 1;
    Matcher count = COUNT.matcher(expression);
    while (count.find() && product <= MAX_REPEATS) {
      String most = count.group(2) == null || count.group(2).isEmpty() ? "1" : count.group(2);
      product *= Math.max(1, Math.max(Long.parseLong(count.group(1)), Long.parseLong(most)));
    }
    return product;
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.titles().stream().anyMatch(title -> pattern.matcher(title).find());
  }
}
