/**
 * The terminal as a chat with one person: a line editor with history and completion where there is
 * a terminal, plain lines where there is a pipe. Uses JLine, and CommonMark to walk the text.
 */
package reroll.connectors.chat.terminal;
