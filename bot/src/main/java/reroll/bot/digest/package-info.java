/**
 * What happened on a list in a window: {@link reroll.bot.digest.DigestBuilder} makes a {@link
 * reroll.bot.digest.Digest} of what is known of series, {@link reroll.bot.digest.DigestViews} lays
 * it out for the templates. Pure: the same series and window give the same digest. Uses {@code
 * series}, {@code mail} and the templates' views.
 */
package reroll.bot.digest;
