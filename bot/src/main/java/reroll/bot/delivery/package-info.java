/**
 * Posts on their way: the {@link reroll.bot.delivery.Outbox} holds what is owed, part of the state;
 * the {@link reroll.bot.delivery.Deliverer} sends it, in order per channel, once; a {@link
 * reroll.bot.delivery.Place} says where it goes, and what it changes. Uses the chat port.
 */
package reroll.bot.delivery;
