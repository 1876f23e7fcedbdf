/**
 * Slack as a chat, without a public URL: {@link reroll.connectors.chat.slack.SlackChat} posts by
 * the Web API and hears by Socket Mode. Knows Block Kit, Slack's limits and Slack's words for what
 * went wrong, and is alone in that. Uses Java-WebSocket for the socket, Jackson for what goes over
 * it, {@code http} for the rest, and CommonMark to walk the text.
 */
package reroll.connectors.chat.slack;
