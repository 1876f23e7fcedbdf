/**
 * The one form in which bot and chats speak of text: {@link reroll.templates.text.RichText}, a
 * CommonMark tree. Each chat lays it out in its own markup.
 */
package reroll.templates.text;
