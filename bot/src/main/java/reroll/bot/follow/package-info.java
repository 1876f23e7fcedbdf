/**
 * Who wants to hear of what: {@link reroll.bot.follow.Follows} is part of the state, {@link
 * reroll.bot.follow.Notifier} decides when a revision is news. Pure, state thread only. Uses {@code
 * series}.
 */
package reroll.bot.follow;
