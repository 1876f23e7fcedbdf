/**
 * The embedded archive of {@code reroll demo}: a list of our own invention, harbor-devel, whose
 * mails are dated anew at every start. Uses the archive port, and nothing of the bot.
 */
package reroll.bot.demo;
