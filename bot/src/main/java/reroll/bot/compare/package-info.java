/**
 * What changed between two postings of a series, told by the text of their patches: which patch
 * became which, and how. {@link reroll.bot.compare.SeriesComparison} is the door. Pure: no I/O, no
 * threads, no clock. Uses {@code mail}.
 */
package reroll.bot.compare;
