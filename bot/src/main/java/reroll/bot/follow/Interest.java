package reroll.bot.follow;

/**
 * That a channel is to hear of a revision. Immutable.
 *
 * @param why for those who read it
 */
public record Interest(String channel, String why) {}
