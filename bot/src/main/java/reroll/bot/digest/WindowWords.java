package reroll.bot.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words with which people name a window: {@code 24h}, {@code today}, {@code since monday}, two
 * dates.
 */
public final class WindowWords {
  /** What a message says of the words that it understands. */
  public static final String EXAMPLES =
      "24h, 7d, 2w, today, yesterday, since monday, 2026-03-01..2026-03-08";

  /** More of what somebody wrote is not repeated to them. */
  private static final int MAX_SHOWN = 60;

  private static final String SINCE = "since ";
  private static final String UNTIL = "..";

  /** {@code v6.19-rc1}: no date, but a point in time for those who use it. */
  private static final Pattern RELEASE = Pattern.compile("v\\d+\\.\\d[\\w.-]*");

  private WindowWords() {}

  /**
   * Reads a window that ends now, or that its dates end.
   *
   * @throws IllegalArgumentException with one sentence that gives examples
   */
  public static Window parse(String words, Instant now, ZoneId zone) {
    return parse(words, now, Calendar.of(zone));
  }

  /**
   * Reads a window that ends now, or that its dates or tags end.
   *
   * @throws IllegalArgumentException with one sentence that gives examples
   */
  public static Window parse(String words, Instant now, Calendar calendar) {
    String text = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Moments moments = new Moments(now, calendar);
    return named(text, moments)
        .or(() -> stretch(text, moments))
        .orElseThrow(() -> new IllegalArgumentException(refusal(words.strip(), text, calendar)));
  }

  /** One day, or all since some moment. */
  private static Optional<Window> named(String text, Moments moments) {
    Optional<LocalDate> day = moments.day(text);
    if (day.isPresent()) {
      Instant end = moments.midnight(day.get().plusDays(1));
      Instant last = end.isBefore(moments.now()) ? end : moments.now();
      return between(Optional.of(moments.midnight(day.get())), Optional.of(last), moments);
    }
    Optional<Instant> from =
        text.startsWith(SINCE)
            ? moments.moment(text.substring(SINCE.length()))
            : moments.ago(text).or(() -> Moments.date(text, moments.zone()));
    return between(from, Optional.of(moments.now()), moments);
  }

  /** From one moment to another; where the second is left out, until now. */
  private static Optional<Window> stretch(String text, Moments moments) {
    int dots = text.indexOf(UNTIL);
    if (dots < 0) {
      return Optional.empty();
    }
    String end = text.substring(dots + UNTIL.length()).strip();
    return between(
        moments.moment(text.substring(0, dots).strip()),
        end.isEmpty() ? Optional.of(moments.now()) : moments.moment(end),
        moments);
  }

  private static Optional<Window> between(
      Optional<Instant> from, Optional<Instant> to, Moments moments) {
    return from.isPresent() && to.isPresent() && from.get().isBefore(to.get())
        ? Optional.of(Window.between(from.get(), to.get(), moments.zone()))
        : Optional.empty();
  }

  private static String refusal(String words, String text, Calendar calendar) {
    return Arrays.stream(text.replaceFirst("^since ", "").split("\\.\\.", 2))
        .map(String::strip)
        .filter(end -> RELEASE.matcher(end).matches() && calendar.tag(end).isEmpty())
        .findFirst()
        .map(WindowWords::unknown)
        .orElse("'" + shortened(words) + "' is no window; windows are " + EXAMPLES + ".");
  }

  private static String unknown(String tag) {
    return "I do not know when "
        + shortened(tag)
        + " came out; name its day instead, such as 2026-03-01.";
  }

  private static String shortened(String words) {
    return words.length() <= MAX_SHOWN ? words : words.substring(0, MAX_SHOWN) + "…";
  }

  /** A date, or a date and time; see {@link Moments#date}. */
  public static Optional<Instant> date(String text, ZoneId zone) {
    return Moments.date(text, zone);
  }
}
