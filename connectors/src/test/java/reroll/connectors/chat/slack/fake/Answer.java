package reroll.connectors.chat.slack.fake;

/**
 * An answer that was sent to the address which came with a question.
 *
 * @param toPress whether the question was the press of a button; else it was a slash command
 * @param json the whole of it, as it came in
 */
public record Answer(boolean toPress, String json) {}
