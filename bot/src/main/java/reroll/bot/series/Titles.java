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

  /** A number that is equal for equal titles. */
  static long hashOf(String title) {
    return hash(key(title));
  }

  /** A form in which equal titles are equal; empty for a title that says nothing. */
  static String key(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    String key = plain(mayHoldRemark(lower) ? REMARK.matcher(lower).replaceAll("") : lower);
    return PLACEHOLDERS.contains(key) || key.startsWith("editme") ? "" : key;
  }

  /** Most titles hold none, which is found out far faster than that the pattern fits nowhere. */
  private static boolean mayHoldRemark(String lower) {
    if (isVersion(lower, 0) || lower.startsWith("rfc:")) {
      return true;
    }
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean opens = c == '(' || c == '[';
      if ((opens && isRemark(lower, i + 1)) || (c <= ' ' && isVersion(lower, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** By its first letter. */
  private static boolean isRemark(String lower, int at) {
    return at < lower.length() && "wvr".indexOf(lower.charAt(at)) >= 0;
  }

  private static boolean isVersion(String lower, int at) {
    return at + 1 < lower.length()
        && lower.charAt(at) == 'v'
        && Character.isDigit(lower.charAt(at + 1));
  }

  /** The letters and digits, with one blank for all that is between them. */
  private static String plain(String lower) {
    char[] kept = new char[lower.length()];
    int length = 0;
    boolean between = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c > 0x7F) {
        return NO_WORD.matcher(lower).replaceAll(" ").strip();
      }
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (between && length > 0) {
          kept[length++] = ' ';
        }
        kept[length++] = c;
        between = false;
      } else {
        between = true;
      }
    }
    return new String(kept, 0, length);
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
