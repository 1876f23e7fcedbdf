package reroll.bot.run;

import java.util.Objects;
import reroll.connectors.chat.ChatPlatform;

/**
 * A chat under the name by which the program knows it: its channels are {@code name/channel}, so
 * that one process talks in several chats. Immutable.
 *
 * @param name empty for a chat that is alone: its channels keep their own names
 */
public record NamedChat(String name, ChatPlatform chat) {
  public NamedChat {
    Objects.requireNonNull(name);
    Objects.requireNonNull(chat);
  }

  /** The only chat of a process, such as a terminal. */
  public static NamedChat alone(ChatPlatform chat) {
    return new NamedChat("", chat);
  }

  /** How the program names a channel of a chat that has a name. */
  public static String outside(String chat, String channel) {
    return chat + "/" + channel;
  }

  private String prefix() {
    return name.isEmpty() ? "" : outside(name, "");
  }

  /** Whether a channel, as the program names it, is one of this chat. */
  boolean owns(String channel) {
    return channel.startsWith(prefix());
  }

  /** The chat's channel, as the program names it. */
  String outside(String channel) {
    return prefix() + channel;
  }

  /** The channel as the chat names it; only of one that it {@linkplain #owns owns}. */
  String inside(String channel) {
    return channel.substring(prefix().length());
  }
}
