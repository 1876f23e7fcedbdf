package reroll.connectors.archive.files;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.HeaderFields;

/**
 * When the last server took a mail in: the date of the topmost {@code Received} field that has one.
 * The servers write theirs on top, so a sender cannot reach it.
 */
final class ReceivedDate {
  /** A date, with or without weekday, seconds and zone. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\s*+(?:[A-Za-z]{3,9}+,?+\\s*+)?+"
              + "(?<day>\\d{1,2})[\\s-]++(?<month>[A-Za-z]{3})[a-z]*+[\\s-]++(?<year>\\d{2,4})\\s++"
              + "(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\s*+(?<zone>[+-]\\d{4}|[A-Za-z]{1,5}))?+");

  private ReceivedDate() {}

  /** Looks at the mail's header; empty where it says nothing that is a date. */
  static Optional<Instant> of(byte[] mail) {
    return new HeaderFields(mail)
        .values("Received"::equalsIgnoreCase).stream()
            .flatMap(field -> dateIn(field).stream())
            .findFirst();
  }

  /** The date stands behind the last semicolon, unless a comment behind the date has one too. */
  private static Optional<Instant> dateIn(String field) {
    Matcher date = DATE.matcher(field);
    for (int at = field.lastIndexOf(';'); at >= 0; at = field.lastIndexOf(';', at - 1)) {
      if (date.region(at + 1, field.length()).lookingAt()) {
        String zone = date.group("zone") == null ? "" : date.group("zone");
        return new MailDate(
                date.group("year"),
                date.group("month"),
                date.group("day"),
                date.group("time"),
                zone)
            .instant();
      }
    }
    return Optional.empty();
  }
}
