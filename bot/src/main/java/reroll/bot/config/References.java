package reroll.bot.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables of the environment where a value says <code>${NAME}</code>; <code>$${</code>
 * stands for a dollar and a brace. Its messages quote neither names nor values: the secret itself
 * may have been put in the place of a name. Immutable.
 */
final class References {
  private static final Pattern ANY = Pattern.compile("\\$(\\$?)\\{([^{}]*)}");
  private static final Pattern ONE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, String> environment;

  References(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The value of a variable. */
  String named(String name) throws BadValue {
    String value = environment.get(name);
    if (value == null) {
      throw new BadValue("the environment variable named here is not set");
    }
    return value;
  }

  /** Whether a value is a reference and nothing else. */
  static boolean isOne(String text) {
    return ONE.matcher(text).matches();
  }

  /** Whether a value would be changed. */
  static boolean isIn(String text) {
    return ANY.matcher(text).find();
  }

  /** The value with all references replaced, once: what stands in a variable is not looked at. */
  String resolve(String text) throws BadValue {
    Matcher reference = ANY.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (reference.find()) {
      boolean isPlain = !reference.group(1).isEmpty();
      String value = isPlain ? reference.group().substring(1) : valueOf(reference.group(2));
      reference.appendReplacement(whole, Matcher.quoteReplacement(value));
    }
    return reference.appendTail(whole).toString();
  }

  private String valueOf(String name) throws BadValue {
    if (!NAME.matcher(name).matches()) {
      throw new BadValue(
          "${...} has to hold the name of an environment variable; write $${ for a dollar and a"
              + " brace");
    }
    return named(name);
  }
}
