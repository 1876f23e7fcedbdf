/**
 * What the build does with the jar once it is made. Uses nothing of the bot; nothing of the bot
 * uses it.
 */
package reroll.build;
