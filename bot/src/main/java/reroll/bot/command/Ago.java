package reroll.bot.command;

import java.time.Duration;
import java.time.Instant;

/** A time in the past, as people say it. */
public final class Ago {
  private static final int DAYS_A_MONTH = 30;
  private static final int DAYS_A_YEAR = 365;

  private Ago() {}

  public static String of(Instant then, Instant now) {
    Duration ago = Duration.between(then, now);
    if (ago.compareTo(Duration.ofMinutes(2)) < 0) {
      return "just now";
    }
    if (ago.compareTo(Duration.ofHours(2)) < 0) {
      return ago.toMinutes() + " minutes ago";
    }
    if (ago.compareTo(Duration.ofDays(2)) < 0) {
      return ago.toHours() + " hours ago";
    }
    return longAgo(ago.toDays());
  }

  private static String longAgo(long days) {
    if (days < 2 * DAYS_A_MONTH) {
      return days + " days ago";
    }
    return days < 2 * DAYS_A_YEAR
        ? days / DAYS_A_MONTH + " months ago"
        : days / DAYS_A_YEAR + " years ago";
  }
}
