package reroll.connectors.chat;

import java.util.Objects;
import reroll.templates.text.Visible;

/**
 * A text that is too long to be a post: it goes along as a file. A chat without files shows it
 * below the post. Immutable.
 *
 * @param name what the file is called, with its ending
 * @param text the whole of it; nothing in it is markup, and nothing of it turns lines around or
 *     cannot be seen
 */
public record Attachment(String name, String text) {
  public Attachment {
    Objects.requireNonNull(name);
    text = Visible.of(text);
  }
}
