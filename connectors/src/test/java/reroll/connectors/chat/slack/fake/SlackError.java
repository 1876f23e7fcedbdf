package reroll.connectors.chat.slack.fake;

import java.util.List;

/** A refusal in Slack's words. */
final class SlackError extends Exception {
  private final List<String> messages;

  SlackError(String word, String... messages) {
    super(word, null, false, false);
    this.messages = List.of(messages);
  }

  List<String> messages() {
    return messages;
  }
}
