/**
 * What Reroll is. {@link reroll.bot.Reroll} is the entry point; a mail's way goes from the archive
 * through {@code mail} to the {@code state} engine, {@code series}, {@code follow} and {@code
 * delivery}; a command's way from the chat through {@code command} to the engine and back.
 */
package reroll.bot;
