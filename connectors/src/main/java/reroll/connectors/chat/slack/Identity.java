package reroll.connectors.chat.slack;

/**
 * Who Reroll is in a workspace. Immutable.
 *
 * @param userId by which people mention it
 * @param botId which its own messages carry
 * @param team the workspace's name
 */
record Identity(String userId, String botId, String team, String user) {
  static Identity of(Reply authTest) {
    return new Identity(
        Json.text(authTest.body(), "user_id"),
        Json.text(authTest.body(), "bot_id"),
        Json.text(authTest.body(), "team"),
        Json.text(authTest.body(), "user"));
  }
}
