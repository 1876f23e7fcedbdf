package reroll.bot.digest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words with which people name a moment or a day. Immutable.
 *
 * @param now when they said them
 * @param calendar of those who said them
 */
record Moments(Instant now, Calendar calendar) {
  private static final Pattern AGO = Pattern.compile("(\\d{1,4})\\s*(h|d|w)");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(Z?))?");
  private static final int DAYS_A_WEEK = 7;

  ZoneId zone() {
    return calendar.zone();
  }

  /**
   * {@code 7d}, {@code today}, {@code monday}, {@code 2026-03-01T09:00}, {@code now}, {@code
   * v6.19-rc1}.
   */
  Optional<Instant> moment(String words) {
    if (words.equals("now")) {
      return Optional.of(now);
    }
    return ago(words)
        .or(() -> day(words).map(this::midnight))
        .or(() -> date(words, zone()))
        .or(() -> calendar.tag(words));
  }

  /** So long ago, such as {@code 24h}; nothing is no time. */
  Optional<Instant> ago(String words) {
    Matcher ago = AGO.matcher(words);
    return Optional.of(ago)
        .filter(Matcher::matches)
        .map(Moments::duration)
        .filter(time -> !time.isZero())
        .map(now::minus);
  }

  private static Duration duration(Matcher ago) {
    long number = Long.parseLong(ago.group(1));
    return switch (ago.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(DAYS_A_WEEK * number);
    };
  }

  /** A day that has a name; a day of the week is the last of its name, today included. */
  Optional<LocalDate> day(String word) {
    LocalDate today = now.atZone(zone()).toLocalDate();
    return switch (word) {
      case "today" -> Optional.of(today);
      case "yesterday" -> Optional.of(today.minusDays(1));
      default -> Weekdays.named(word).map(day -> today.with(TemporalAdjusters.previousOrSame(day)));
    };
  }

  Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  /**
   * A date, or a date and time, such as {@code 2026-03-01} or {@code 2026-03-01T09:00}; with a
   * {@code Z} behind it in UTC.
   */
  static Optional<Instant> date(String text, ZoneId zone) {
    Matcher date = DATE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      String time = date.group(2) == null ? "00:00" : date.group(2);
      ZoneId meant = "Z".equals(date.group(3)) ? ZoneOffset.UTC : zone;
      return Optional.of(LocalDateTime.parse(date.group(1) + "T" + time).atZone(meant).toInstant());
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }
}
