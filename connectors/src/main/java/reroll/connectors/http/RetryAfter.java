package reroll.connectors.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Response;

/** The header Retry-After (RFC 9110 10.2.3). */
final class RetryAfter {
  /** A server that asks for more is misled; it is asked again a day later. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /**
   * How long the server asks to wait; empty where it does not say. A date is taken only beside the
   * server's own Date: two clocks would have to agree.
   */
  static Optional<Duration> in(Response response) {
    String text = response.header("Retry-After", "").strip();
    Optional<Duration> wait =
        SECONDS.matcher(text).matches()
            ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
            : between(date(response.header("Date", "")), date(text));
    return wait.filter(time -> !time.isNegative())
        .map(time -> time.compareTo(LONGEST) < 0 ? time : LONGEST);
  }

  private static Optional<Duration> between(Optional<Instant> now, Optional<Instant> then) {
    return now.isPresent() && then.isPresent()
        ? Optional.of(Duration.between(now.get(), then.get()))
        : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
