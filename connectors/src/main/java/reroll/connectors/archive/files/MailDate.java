package reroll.connectors.archive.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A date as mail writes it, in its parts (RFC 5322 3.3 and 4.3). The parts are digits, {@code
 * month} and {@code zone} letters as well; whether they make a date is found out by {@link
 * #instant}.
 *
 * @param time hours and minutes, and seconds if there are any, with colons between
 * @param zone {@code +0100}, {@code EST}; empty where none was said
 */
record MailDate(String year, String month, String day, String time, String zone) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The names that RFC 5322 4.3 knows, in hours. All others mean UTC, it says. */
  private static final Map<String, Integer> ZONES =
      Map.of(
          "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8);

  /** Mail is not older than this; 1970 is what software writes that has no date. */
  private static final int FIRST_YEAR = 1980;

  private static final int MAX_ZONE_MINUTES = 18 * 60;

  /** Empty where the parts are no date, or none on which mail could arrive. */
  Optional<Instant> instant() {
    int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
    String[] clock = time.split(":", -1);
    int seconds = clock.length > 2 ? Integer.parseInt(clock[2]) : 0;
    try {
      LocalDateTime local =
          LocalDateTime.of(
              fullYear(),
              number,
              Integer.parseInt(day),
              Integer.parseInt(clock[0]),
              Integer.parseInt(clock[1]),
              seconds == 60 ? 59 : seconds); // a leap second
      return local.getYear() < FIRST_YEAR
          ? Optional.empty()
          : Optional.of(local.minusMinutes(zoneMinutes()).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Years of two and three digits are years of the last millennium's mail (RFC 5322 4.3). */
  private int fullYear() {
    int number = Integer.parseInt(year);
    if (year.length() > 3) {
      return number;
    }
    return number < 50 ? 2000 + number : 1900 + number;
  }

  private int zoneMinutes() {
    if (zone.isEmpty() || Character.isLetter(zone.charAt(0))) {
      return ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0) * 60;
    }
    int minutes = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
    if (minutes > MAX_ZONE_MINUTES) {
      return 0; // no place on earth; the sender's clock is as good as any
    }
    return zone.charAt(0) == '-' ? -minutes : minutes;
  }
}
