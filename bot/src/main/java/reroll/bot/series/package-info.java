/**
 * Series, their revisions, and what links one revision to the next. {@link
 * reroll.bot.series.SeriesTracker} is the door: it takes what a mail means and answers with events.
 * Pure and deterministic: no I/O, no clock, and no threads but where what was saved is taken up, on
 * all processors; the same mails in the same order give the same series. What was silent for years
 * shrinks to a stub ({@link reroll.bot.series.Retention}). Used by one thread at a time. Uses
 * {@code mail}, and {@link reroll.bot.series.SeriesViews} the templates' views.
 */
package reroll.bot.series;
