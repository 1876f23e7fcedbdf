package reroll.bot.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of mail headers (RFC 5322 3.3), read with patience: weekday and zone may be wrong. */
final class MailDates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{2,4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
              + "\\s*([+-]\\d{4})?");

  private MailDates() {}

  /** Reads a date; empty where there is none in the text. */
  static Optional<Instant> parse(String text) {
    Matcher date = DATE.matcher(text);
    return date.find() ? instant(date) : Optional.empty();
  }

  /** Reads the date of a Received header, which stands behind the last semicolon (RFC 5321 4.4). */
  static Optional<Instant> behindSemicolon(String received) {
    return parse(received.substring(received.lastIndexOf(';') + 1));
  }

  private static Optional<Instant> instant(Matcher date) {
    int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1;
    int year = Integer.parseInt(date.group(3));
    String second = date.group(6) == null ? "0" : date.group(6);
    try {
      LocalDateTime local =
          LocalDateTime.of(
              year < 100 ? (year < 70 ? 2000 : 1900) + year : year,
              month,
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(4)),
              Integer.parseInt(date.group(5)),
              Math.min(59, Integer.parseInt(second)));
      return Optional.of(local.toInstant(zone(date.group(7))));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static ZoneOffset zone(String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    int hours = Integer.parseInt(zone.substring(1, 3));
    int minutes = Integer.parseInt(zone.substring(3, 5));
    if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
      return ZoneOffset.UTC;
    }
    int sign = zone.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }
}
