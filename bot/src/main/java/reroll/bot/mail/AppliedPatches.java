package reroll.bot.mail;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which patches of a series somebody says to have applied. */
final class AppliedPatches {
  /** A longer list is a whole series, or nonsense. */
  private static final int MAX = 256;

  /** {@code [1/3] title} of b4, {@code - [v2,1/3] title} of patchwork. */
  private static final Pattern SUMMARY =
      Pattern.compile(
          "^\\s{0,4}(?:- )?\\[(?:[^\\]\\s]{0,80}[,\\s])?0{0,3}(\\d{1,4})/(\\d{1,4})\\] ");

  /** patchwork looked for the commit in the tree and did not find it. */
  private static final String NOT_THERE = "(no matching commit)";

  private static final String STRETCH =
      "\\d{1,3}(?:\\s?[-–]\\s?\\d{1,3})?(?:/\\d{1,3})?(?![\\d.]\\d)";

  private static final Pattern NAMED =
      Pattern.compile(
          "^(?: only| just)?(?: the)?(?: first)?(?: patch(?:es)?)? #?("
              + STRETCH
              + "(?:(?:, ?and |, ?| and | ?& ?)#?"
              + STRETCH
              + ")*)(?=$|[\\s,.!;)])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ONE =
      Pattern.compile("(\\d{1,3})(?:\\s?[-–]\\s?(\\d{1,3}))?(?:/\\d{1,3})?");

  private AppliedPatches() {}

  /** Those that a tool lists; empty where it lists none. */
  static List<Integer> listed(String unquoted) {
    SortedSet<Integer> found = new TreeSet<>();
    int last = -1;
    Lines lines = new Lines(unquoted);
    while (lines.next() && found.size() < MAX) {
      if (lines.isBlank()) {
        continue;
      }
      String line = lines.line();
      Matcher summary = SUMMARY.matcher(line);
      if (summary.lookingAt()) {
        last = Integer.parseInt(summary.group(1));
        found.add(last);
      } else if (line.contains(NOT_THERE) || line.contains(B4Thanks.NO_COMMIT)) {
        found.remove(last);
      }
    }
    return List.copyOf(found);
  }

  /** How many patches a tool counts that lists some; empty where it lists none. */
  static OptionalInt total(String unquoted) {
    Lines lines = new Lines(unquoted);
    while (lines.next()) {
      Matcher summary = SUMMARY.matcher(lines.line());
      if (summary.lookingAt()) {
        return OptionalInt.of(Integer.parseInt(summary.group(2)));
      }
    }
    return OptionalInt.empty();
  }

  /** Those that a person names behind the word: {@code applied 1-3, 5}. */
  static List<Integer> named(String behind) {
    Matcher named = NAMED.matcher(behind);
    SortedSet<Integer> found = new TreeSet<>();
    if (named.find()) {
      Matcher one = ONE.matcher(named.group(1));
      while (one.find()) {
        int from = Integer.parseInt(one.group(1));
        int to = one.group(2) == null ? from : Integer.parseInt(one.group(2));
        for (int patch = from; patch <= to && found.size() < MAX; patch++) {
          found.add(patch);
        }
      }
    }
    return List.copyOf(found);
  }
}
