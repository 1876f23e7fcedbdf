package reroll.connectors.chat;

import java.util.Objects;
import java.util.Optional;
import reroll.templates.text.RichText;

/**
 * A post to be sent. Immutable.
 *
 * @param key the post's identity: a chat that can tell posts the same key once
 * @param thread the message at the root of the thread in which it belongs
 * @param file goes along with it
 */
public record Outgoing(
    String key, String channel, Optional<String> thread, RichText text, Optional<Attachment> file) {
  public Outgoing {
    Objects.requireNonNull(key);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(thread);
    Objects.requireNonNull(text);
    Objects.requireNonNull(file);
  }
}
