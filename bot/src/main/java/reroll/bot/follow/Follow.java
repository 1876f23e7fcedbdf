package reroll.bot.follow;

import java.time.Instant;

/**
 * That a channel wants to hear of new revisions of a series. Immutable.
 *
 * @param series the number by which it was followed; the series may have got another since
 * @param by who asked for it
 * @param seen the number of the newest revision known then; only later ones are news
 */
public record Follow(String channel, long series, String by, Instant since, long seen) {
  /** Why something is told, for the one who reads it. */
  String why() {
    return "followed here by " + by;
  }
}
