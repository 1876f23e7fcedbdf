package reroll.connectors.chat;

import java.util.Objects;

/**
 * Something that a person said. Immutable.
 *
 * @param channel where, as the chat names it
 * @param user who, as the chat names them
 * @param eventId names this very message; the same message never comes under two, so that one that
 *     is delivered twice is answered once
 * @param direct whether it was said to the bot alone, so that no prefix is needed
 */
public record Incoming(String channel, String user, String eventId, String text, boolean direct) {
  public Incoming {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(user);
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(text);
  }
}
