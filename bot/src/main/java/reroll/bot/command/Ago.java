package reroll.bot.command;

import java.time.Duration;
import java.time.Instant;

/** A time in the past, as people say it. */
public final class Ago {
  private Ago() {}

  public static String of(Instant then, Instant now) {
    Duration ago = Duration.between(then, now);
    if (ago.compareTo(Duration.ofMinutes(2)) < 0) {
      return "just now";
    }
    if (ago.compareTo(Duration.ofHours(2)) < 0) {
      return ago.toMinutes() + " minutes ago";
    }
    return ago.compareTo(Duration.ofDays(2)) < 0
        ? ago.toHours() + " hours ago"
        : ago.toDays() + " days ago";
  }
}
