package reroll.connectors.archive.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of header fields, read as the server reads them (PublicInbox/MsgTime.pm), so that a mail's
 * second here is the second by which the server finds it.
 */
final class ServerDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2}),?\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{4})\\s+"
              + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s+(?:([+-])(\\d{2})(\\d{2})|GMT|UTC?|Z)\\b");

  private ServerDate() {}

  /** The first of some fields that holds a date. */
  static Optional<Instant> first(List<String> fields) {
    return fields.stream().flatMap(field -> in(field).stream()).findFirst();
  }

  private static Optional<Instant> in(String field) {
    Matcher date = DATE.matcher(field);
    if (!date.find()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date, 3),
              MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1,
              number(date, 1),
              number(date, 4),
              number(date, 5),
              Math.min(number(date, 6), 59));
      int minutes = number(date, 8) * 60 + number(date, 9);
      boolean west = "-".equals(date.group(7));
      return Optional.of(local.plusMinutes(west ? minutes : -minutes).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A part of the date; 0 where it is left out. */
  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }
}
