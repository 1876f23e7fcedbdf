/**
 * How the log is written: to standard error, as text or as JSON. Whoever logs uses SLF4J and knows
 * nothing of it.
 */
package reroll.bot.log;
