package reroll.connectors.chat;

import java.util.Objects;
import java.util.Optional;
import reroll.templates.text.RichText;

/**
 * A post to be sent. Immutable.
 *
 * @param key the post's identity: a chat that can tell posts the same key once
 * @param answers the event that it answers, in whose thread it belongs
 */
public record Outgoing(String key, String channel, Optional<String> answers, RichText text) {
  public Outgoing {
    Objects.requireNonNull(key);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(text);
  }
}
