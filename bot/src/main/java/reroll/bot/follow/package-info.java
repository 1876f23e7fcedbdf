/**
 * Who wants to hear of what, and of what not: {@link reroll.bot.follow.Audience} is part of the
 * state, {@link reroll.bot.follow.Notifier} decides when a revision is news. Pure, state thread
 * only. Uses {@code filter} and {@code series}.
 */
package reroll.bot.follow;
