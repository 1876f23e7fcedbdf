package reroll.connectors.archive.files;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date at the end of the line that stands above each mail of an mbox, as asctime(3) has it. */
final class FromLine {
  /** Where a mail server wrote it, an address of 320 characters and a date. */
  private static final int MAX_CHARS = 1_000;

  private static final Pattern DATE =
      Pattern.compile(
          "\\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\s++(?<month>[A-Z][a-z]{2})\\s++(?<day>\\d{1,2})\\s++"
              + "(?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:\\s++(?<zone>[+-]\\d{4}|[A-Z]{1,5}))?"
              + "\\s++(?<year>\\d{4})(?:\\s++(?<lateZone>[+-]\\d{4}|[A-Z]{1,5}))?\\s*+$");

  /** What public-inbox and git format-patch write, which know no date and mean none. */
  private static final Set<String> NO_DATES =
      Set.of("Thu Jan  1 00:00:00 1970", "Mon Sep 17 00:00:00 2001");

  private FromLine() {}

  /** Reads the date; one without a zone is taken for UTC. */
  static Optional<Instant> date(String line) {
    String text = line.substring(0, Math.min(line.length(), MAX_CHARS));
    Matcher date = DATE.matcher(text);
    if (!date.find() || NO_DATES.contains(date.group().strip())) {
      return Optional.empty();
    }
    String zone = Optional.ofNullable(date.group("zone")).orElse(date.group("lateZone"));
    return new MailDate(
            date.group("year"),
            date.group("month"),
            date.group("day"),
            date.group("time"),
            zone == null ? "" : zone)
        .instant();
  }
}
