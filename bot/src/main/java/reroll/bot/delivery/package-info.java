/**
 * Posts on their way: the {@link reroll.bot.delivery.Outbox} holds what is owed, part of the state;
 * the {@link reroll.bot.delivery.Deliverer} sends it, in order per channel, once. Uses the chat
 * port.
 */
package reroll.bot.delivery;
