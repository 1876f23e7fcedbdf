package reroll.connectors.chat;

import java.util.List;
import reroll.templates.text.RichText;

/**
 * How a chat lays texts out, for those who want to see it without an account and without the chat.
 * Thread-safe.
 */
public interface Look {
  /** The chat, in one word that can stand in a file's name. */
  String chat();

  /** What the chat is sent, and what people see of it. */
  List<Sheet> draw(RichText text);

  /**
   * One form of a text.
   *
   * @param end of the file's name, such as {@code html}
   * @param content of the file
   */
  record Sheet(String end, String content) {}
}
