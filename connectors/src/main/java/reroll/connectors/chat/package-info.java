/**
 * The port to chats: send a post, receive what people say ({@link
 * reroll.connectors.chat.ChatPlatform}). One adapter a sub-folder; each lays {@code RichText} out
 * in its own markup and knows its own limits. Adapters never see each other. Uses {@code http},
 * {@code port}, the templates' {@code text} and the JDK.
 */
package reroll.connectors.chat;
