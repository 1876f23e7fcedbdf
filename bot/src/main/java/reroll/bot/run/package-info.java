/**
 * The running bot: {@link reroll.bot.run.Bot} puts the parts together, by constructor, and stops
 * them in order. Archives and chats work on their own threads and hand the engine immutable inputs:
 * a {@code ListWatch} a list, a {@code ChatDesk} a chat, a {@code LookupDesk} for mail that the
 * lists did not bring, a {@code CompareDesk} and a {@code DigestDesk} for mail that is read again,
 * a {@code TimeDesk} for the time. Uses the engine of {@code state}, {@code follow}, {@code
 * intake}, {@code compare}, {@code delivery}, {@code work} and the ports.
 */
package reroll.bot.run;
