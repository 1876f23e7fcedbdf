/**
 * Matrix as a chat, by the client-server API (spec v1.18): {@link
 * reroll.connectors.chat.matrix.MatrixChat}. Its parts: the account ({@code Session}), the requests
 * ({@code Wire}, {@code Homeserver}), what comes in ({@code SyncLoop}, {@code Hearing}, {@code
 * Rooms}), what goes out ({@code Poster}, {@code Layout}, {@code Cutter}). Encrypted rooms are
 * recognised and left alone. Uses Jackson, and CommonMark to walk the text.
 */
package reroll.connectors.chat.matrix;
