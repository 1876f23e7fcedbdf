package reroll.connectors.archive.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the last server took a mail in: the date of the topmost {@code Received} field that has one.
 * The servers write theirs on top, so a sender cannot reach it.
 */
final class ReceivedDate {
  /** A real header has up to some 30 KB. */
  private static final int MAX_HEADER_BYTES = 256 << 10;

  private static final String FIELD = "received:";

  /** A date, with or without weekday, seconds and zone. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\s*+(?:[A-Za-z]{3,9}+,?+\\s*+)?+"
              + "(?<day>\\d{1,2})[\\s-]++(?<month>[A-Za-z]{3})[a-z]*+[\\s-]++(?<year>\\d{2,4})\\s++"
              + "(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\s*+(?<zone>[+-]\\d{4}|[A-Za-z]{1,5}))?+");

  private ReceivedDate() {}

  /** Looks at the mail's header; empty where it says nothing that is a date. */
  static Optional<Instant> of(byte[] mail) {
    int end = Math.min(mail.length, MAX_HEADER_BYTES);
    String text = new String(mail, 0, end, StandardCharsets.ISO_8859_1);
    for (int at = 0; at < end && !isLineEnd(text, at); ) {
      int next = endOfField(text, at);
      if (text.regionMatches(true, at, FIELD, 0, FIELD.length())) {
        Optional<Instant> date = dateIn(text.substring(at, next));
        if (date.isPresent()) {
          return date;
        }
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean isLineEnd(String text, int at) {
    return text.startsWith("\n", at) || text.startsWith("\r\n", at);
  }

  /** A field goes on in lines that begin with white space. */
  private static int endOfField(String text, int start) {
    int at = start;
    do {
      int lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) {
        return text.length();
      }
      at = lineEnd + 1;
    } while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'));
    return at;
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
