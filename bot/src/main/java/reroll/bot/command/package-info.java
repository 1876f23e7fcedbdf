/**
 * What people can say to the bot: one class a command, one grammar for all, one visible list
 * ({@link reroll.bot.command.Commands}), from which help and completion are made. Commands run on
 * the state thread and answer with a view. Uses {@code series}, {@code review}, {@code digest},
 * {@code filter}, {@code follow}, {@code role}, {@code schedule}, {@code mail}, {@code words} and
 * the templates' views.
 */
package reroll.bot.command;
