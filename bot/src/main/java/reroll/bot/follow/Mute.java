package reroll.bot.follow;

import java.time.Instant;

/**
 * That a channel wants to hear nothing of a series, whatever it follows or subscribed. Immutable.
 *
 * @param series the number by which it was muted; the series may have got another since
 * @param by who asked for it
 */
public record Mute(String channel, long series, String by, Instant since) {}
