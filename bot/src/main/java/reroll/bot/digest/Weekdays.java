package reroll.bot.digest;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;

/** The days of the week by their names. */
public final class Weekdays {
  private static final int MIN_LETTERS = 3;

  private Weekdays() {}

  /** {@code monday}, or three letters of it or more, in lower case. */
  public static Optional<DayOfWeek> named(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word.length() >= MIN_LETTERS && day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }
}
