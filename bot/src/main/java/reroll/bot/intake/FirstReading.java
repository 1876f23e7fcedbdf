package reroll.bot.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the first reading of a list has come. How much is left is not known; how much time the
 * archive spans is, and that is measured. Immutable.
 *
 * @param began when the reading did
 * @param oldest arrival of the first mail that was read
 * @param reached arrival of the last one
 * @param over whether the archive has been read to its end
 */
public record FirstReading(
    String list,
    long mails,
    Instant began,
    Instant now,
    Instant oldest,
    Instant reached,
    boolean over) {
  private static final int BAR = 20;

  /** How much of the time that the archive spans has been read: 0 to 1. */
  double share() {
    if (over) {
      return 1; // its newest mail may be old
    }
    long all = Duration.between(oldest, now).toMillis();
    long done = Duration.between(oldest, reached).toMillis();
    return all <= 0 ? 1 : Math.max(0, Math.min(1, (double) done / all));
  }

  long perSecond() {
    long millis = Math.max(1, Duration.between(began, now).toMillis());
    return mails * 1_000 / millis;
  }

  /** Empty while too little is read to say, and when there is nothing to read any more. */
  Optional<Duration> left() {
    double share = share();
    Duration since = Duration.between(began, now);
    if (over || share < 0.01 || since.compareTo(Duration.ofSeconds(1)) < 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds((long) (since.toSeconds() * (1 - share) / share)));
  }

  /** As a bar and in words, on one line. */
  public String line() {
    int full = (int) (share() * BAR);
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %,d mails, %,d a second%s",
        list,
        "#".repeat(full),
        "-".repeat(BAR - full),
        mails,
        perSecond(),
        left().map(left -> ", about " + words(left) + " left").orElse(""));
  }

  private static String words(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      return time.toSeconds() + " s";
    }
    return time.compareTo(Duration.ofHours(2)) < 0
        ? time.toMinutes() + " min"
        : time.toHours() + " h";
  }
}
