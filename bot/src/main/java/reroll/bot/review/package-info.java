/**
 * What became of a revision since the one before: its patches, its reviews, and how it stands. Made
 * of what is known of series, whenever somebody asks; nothing here is kept. Pure. Uses {@code
 * series}, {@code mail}, and {@code compare} for assigning.
 */
package reroll.bot.review;
