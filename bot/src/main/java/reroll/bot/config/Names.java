package reroll.bot.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names that a file gives to lists and chats: people type them, in any case, so no two may be
 * the same. Used by one thread.
 */
final class Names {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private record Given(String what, int line) {}

  private final Problems problems;
  private final Map<String, Given> given = new HashMap<>();

  Names(Problems problems) {
    this.problems = problems;
  }

  /** Tells every name in a section that cannot be one. */
  void check(String what, Section section) {
    for (Entry entry : section.all()) {
      if (!FORM.matcher(entry.key()).matches()) {
        problems.add(
            entry.line(),
            Quoted.of(entry.key())
                + " cannot be a "
                + what
                + "'s name; use letters, digits, - . _ (64 at most),"
                + " a letter or digit first");
      }
      Given before =
          given.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), new Given(what, entry.line()));
      if (before != null) {
        problems.add(entry.line(), again(what, entry, before));
      }
    }
  }

  private static String again(String what, Entry entry, Given before) {
    return Quoted.of(entry.key())
        + " and the "
        + before.what()
        + " on line "
        + before.line()
        + (before.what().equals(what) ? " differ in case only" : " have one name")
        + "; use another name";
  }
}
