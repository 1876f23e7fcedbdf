package reroll.connectors.chat;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that a person said, or pressed: whoever presses a command of a {@linkplain
 * reroll.templates.text.CommandRow row}, or reacts with its mark, says it to the bot alone, in the
 * thread of the post. Immutable.
 *
 * @param channel where, as the chat names it
 * @param user who, as the chat names them
 * @param eventId names this very message or press; the same message never comes under two, so that
 *     one that is delivered twice is answered once
 * @param thread the message at the root of the thread in which it was said; empty where it stands
 *     in the channel itself
 * @param direct whether it was said to the bot alone, so that no prefix is needed
 */
public record Incoming(
    String channel,
    String user,
    String eventId,
    Optional<String> thread,
    String text,
    boolean direct) {
  public Incoming {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(user);
    Objects.requireNonNull(eventId);
    Objects.requireNonNull(thread);
    Objects.requireNonNull(text);
  }
}
