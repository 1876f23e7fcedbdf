/**
 * When digests come by themselves: a {@link reroll.bot.schedule.Timetable} says at which local
 * times, {@link reroll.bot.schedule.Schedules} what is due and up to where each schedule has told.
 * Quartz reads the cron expressions and computes with them; it starts nothing, the time comes in
 * from outside. Pure, state thread only. Uses {@code digest} and {@code series}.
 */
package reroll.bot.schedule;
