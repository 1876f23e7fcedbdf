/**
 * Who may do what: people and rooms have a {@link reroll.bot.role.Role}, a command needs a {@link
 * reroll.bot.role.Right}, and {@link reroll.bot.role.Roles} says whether the one is enough for the
 * other. Pure; uses the JDK alone.
 */
package reroll.bot.role;
