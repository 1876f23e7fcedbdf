package reroll.connectors.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header Retry-After (RFC 9110 10.2.3). */
final class RetryAfter {
  /** A server that asks for more is misled; it is asked again a day later. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /**
   * How long to wait; empty where the header says no number of seconds. Dates are left to the usual
   * back-off: they depend on two clocks that agree.
   */
  static Optional<Duration> parse(String header) {
    String text = header.strip();
    if (!SECONDS.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(text));
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }
}
