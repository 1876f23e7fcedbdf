/**
 * How to help somebody who typed a word that is not known. Used where people write: in chats, on
 * the command line, in the configuration. Pure; uses the JDK alone.
 */
package reroll.bot.words;
