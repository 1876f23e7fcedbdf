/**
 * The commands of the program: {@code run}, {@code demo}, {@code digest}, {@code series}, {@code
 * check}, {@code state}, {@code outbox}, {@code gallery}, {@code init}. Each is one class; {@link
 * reroll.bot.cli.CommandLines} lists them. Uses everything, knows picocli.
 */
package reroll.bot.cli;
