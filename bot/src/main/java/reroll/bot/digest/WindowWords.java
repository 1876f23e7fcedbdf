package reroll.bot.digest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which people name a window: {@code 24h}, {@code 7d}, {@code today}, dates. */
public final class WindowWords {
  /** What a message says of the words that it understands. */
  public static final String EXAMPLES = "24h, 7d, 2w, today, yesterday, 2026-03-01..2026-03-08";

  /** More of what somebody wrote is not repeated to them. */
  private static final int MAX_SHOWN = 60;

  private static final Pattern AGO =
      Pattern.compile("(\\d{1,4})\\s*(h|d|w)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(Z?))?");

  private WindowWords() {}

  /**
   * Reads a window that ends now, or that its dates end.
   *
   * @throws IllegalArgumentException with one sentence that gives examples
   */
  public static Window parse(String words, Instant now, ZoneId zone) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    Matcher ago = AGO.matcher(text);
    if (ago.matches() && !duration(ago).isZero()) {
      return Window.between(now.minus(duration(ago)), now, zone);
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    if (text.equals("today")) {
      return days(today, today.plusDays(1), now, zone);
    }
    if (text.equals("yesterday")) {
      return days(today.minusDays(1), today, now, zone);
    }
    int dots = text.indexOf("..");
    Optional<Instant> from = date(dots < 0 ? text : text.substring(0, dots), zone);
    Optional<Instant> to = dots < 0 ? Optional.of(now) : date(text.substring(dots + 2), zone);
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "'" + shortened(words.strip()) + "' is no window; windows are " + EXAMPLES + ".");
    }
    return Window.between(from.get(), to.get(), zone);
  }

  private static String shortened(String words) {
    return words.length() <= MAX_SHOWN ? words : words.substring(0, MAX_SHOWN) + "…";
  }

  private static Duration duration(Matcher ago) {
    long number = Long.parseLong(ago.group(1));
    return switch (ago.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }

  private static Window days(LocalDate from, LocalDate to, Instant now, ZoneId zone) {
    Instant end = to.atStartOfDay(zone).toInstant();
    return Window.between(from.atStartOfDay(zone).toInstant(), end.isBefore(now) ? end : now, zone);
  }

  /**
   * A date, or a date and time, such as {@code 2026-03-01} or {@code 2026-03-01T09:00}; with a
   * {@code Z} behind it in UTC.
   */
  public static Optional<Instant> date(String text, ZoneId zone) {
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
