package reroll.bot.digest;

import java.util.Comparator;
import java.util.Locale;
import reroll.bot.digest.Digest.Count;

/**
 * The order of rows in tables: most patches first; equal counts descending by their letters and
 * digits alone, as {@code sort -rn} has it in a UTF-8 locale.
 */
final class RowOrder {
  static final Comparator<Count> COUNT_THEN_TEXT =
      Comparator.comparingInt(Count::patches)
          .thenComparing(row -> letters(row.label()))
          .thenComparing(Count::label)
          .reversed();

  private RowOrder() {}

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
