/**
 * Words for people in trouble: the one who typed a word that is not known ({@link
 * reroll.bot.words.Nearest}), the one whose disk does not do what it should ({@link
 * reroll.bot.words.FileTrouble}). And the words of a line as people mean them ({@link
 * reroll.bot.words.QuotedWords}). Pure; uses the JDK alone.
 */
package reroll.bot.words;
