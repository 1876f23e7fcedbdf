/**
 * The running bot: {@link reroll.bot.run.Bot} puts the parts together, by constructor, and stops
 * them in order. Archives and chats work on their own threads and hand the engine immutable inputs.
 * Uses the engine of {@code state}, {@code intake}, {@code delivery}, {@code work} and the ports.
 */
package reroll.bot.run;
