package reroll.bot.series;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares titles the way people do: case, blanks and remarks about the version do not count. */
final class Titles {
  private static final Pattern REMARK =
      Pattern.compile(
          "\\s*[(\\[](?:was|v\\d+|resend|repost|rfc|re-?sent)\\b[^)\\]]*[)\\]]|^v\\d+:\\s*|\\s+v\\d{1,2}$"
              + "|^rfc:\\s*");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Left in by authors who forgot to write a cover letter's subject. */
  private static final Set<String> PLACEHOLDERS = Set.of("subject here", "editme", "");

  /** The hash of a title that says nothing. */
  static final long NOTHING = 0;

  private Titles() {}

  /** A number that stands for a key (64-bit FNV-1a): titles are compared millions of times. */
  static long hash(String key) {
    if (key.isEmpty()) {
      return NOTHING;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash == NOTHING ? 1 : hash;
  }

  /** A form in which equal titles are equal; empty for a title that says nothing. */
  static String key(String title) {
    String plain = REMARK.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
    String key = NO_WORD.matcher(plain).replaceAll(" ").strip();
    return PLACEHOLDERS.contains(key) || key.startsWith("editme") ? "" : key;
  }

  /** Whether a title has so few words that strangers choose the same. */
  static boolean isGeneric(Hashes words) {
    return words.size() <= 3;
  }

  /** How many words two titles share of those that either has: 0 to 1. */
  static double likeness(Hashes a, Hashes b) {
    int common = a.common(b);
    int all = a.size() + b.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }

  /** Whether one of two titles has no word that the other has not. */
  static boolean isWithin(Hashes a, Hashes b) {
    return a.common(b) == Math.min(a.size(), b.size());
  }

  /** The words of a key. */
  static Hashes words(String key) {
    return key.isEmpty() ? Hashes.NONE : Hashes.of(Arrays.asList(key.split(" ", -1)));
  }
}
