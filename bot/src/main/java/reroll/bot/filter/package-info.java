/**
 * The language in which people say what they want to hear of: {@code author:ann path:mm/**
 * -kind:rfc}. {@link reroll.bot.filter.FilterParser} reads it into a {@link
 * reroll.bot.filter.Filter}; one class a kind of term. What the names in it mean (teams,
 * subsystems, lists) stands in a {@link reroll.bot.filter.Vocabulary}. Pure; uses {@code series},
 * {@code mail}, {@code words} and RE2/J, whose patterns take time in proportion to the text,
 * whatever somebody writes.
 */
package reroll.bot.filter;
