package reroll.bot.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
public final class Nearest {
  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /** The word with the fewest edits from {@code typed}, if they are few; ties by the alphabet. */
  public static Optional<String> of(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> isNear(typed, word))
        .min(
            Comparator.comparing((String word) -> !begins(typed, word))
                .thenComparingInt(word -> distance(typed, word))
                .thenComparingInt(word -> Math.abs(word.length() - typed.length()))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String typed, String word) {
    return begins(typed, word) || distance(typed, word) <= Math.min(MAX_EDITS, word.length() / 2);
  }

  private static boolean begins(String typed, String word) {
    return typed.length() >= 2 && word.startsWith(typed);
  }

  /** Insertions, deletions and changes of letters (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= Math.min(a.length(), 100); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
