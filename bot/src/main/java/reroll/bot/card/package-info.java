/**
 * What a follower sees when something happens: one class a card. Pure. Uses {@code series}, {@code
 * review}, {@code mail}, {@code follow}, the words of {@code command} and the templates' views.
 */
package reroll.bot.card;
