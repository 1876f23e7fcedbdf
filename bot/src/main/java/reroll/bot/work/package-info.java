/** Threads and waiting: work that is done now, later or again. Stands on the ground. */
package reroll.bot.work;
