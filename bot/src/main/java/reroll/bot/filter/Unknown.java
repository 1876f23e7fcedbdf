package reroll.bot.filter;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import reroll.bot.words.Nearest;

/** What to say of a name that is not known. */
final class Unknown {
  /** Where there are more, only one that is near is named. */
  private static final int MAX_NAMED = 12;

  private Unknown() {}

  /**
   * Half a sentence that helps.
   *
   * @param known in lower case, or in whatever case they are to be shown
   */
  static String of(String what, String name, Collection<String> known) {
    String advice =
        Nearest.of(name.toLowerCase(Locale.ROOT), known)
            .map(near -> "; did you mean " + near + "?")
            .orElseGet(() -> others(known));
    return "there is no " + what + " " + name + advice;
  }

  private static String others(Collection<String> known) {
    return known.isEmpty() || known.size() > MAX_NAMED
        ? ""
        : "; known are " + String.join(", ", new TreeSet<>(known));
  }
}
