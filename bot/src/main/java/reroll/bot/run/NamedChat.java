package reroll.bot.run;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;

/**
 * A chat under the name by which the program knows it: its channels are {@code name/channel}, so
 * that one process talks in several chats. Either it belongs to one bot, which closes it, or it
 * lasts while one bot follows another, and whoever made it closes it. Thread-safe.
 */
public final class NamedChat implements AutoCloseable {
  private final String name;
  private final ChatPlatform chat;
  private final boolean lasts;
  private final Inbox inbox = new Inbox();

  /** Guarded by this. */
  private boolean started;

  private NamedChat(String name, ChatPlatform chat, boolean lasts) {
    this.name = Objects.requireNonNull(name);
    this.chat = Objects.requireNonNull(chat);
    this.lasts = lasts;
  }

  /**
   * A chat of one bot.
   *
   * @param name empty for a chat that is alone: its channels keep their own names
   */
  public NamedChat(String name, ChatPlatform chat) {
    this(name, chat, false);
  }

  /** The only chat of a process, such as a terminal. */
  public static NamedChat alone(ChatPlatform chat) {
    return new NamedChat("", chat);
  }

  /** One that is closed by {@link #close} alone, not when a bot ends. */
  public static NamedChat lasting(String name, ChatPlatform chat) {
    return new NamedChat(name, chat, true);
  }

  /** How the program names a channel of a chat that has a name. */
  public static String outside(String chat, String channel) {
    return chat + "/" + channel;
  }

  String name() {
    return name;
  }

  ChatPlatform chat() {
    return chat;
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

  /** Connects the chat, unless another bot did. */
  synchronized void begin(Consumer<Incoming> bot) throws ConnectorException {
    inbox.open(bot);
    if (!started) {
      chat.start(inbox);
      started = true;
    }
  }

  /** The bot hears no more; returns when it has taken what it began to take. */
  void hush(Duration patience) throws InterruptedException {
    inbox.shut(patience);
  }

  /** The bot needs it no more. */
  void leave() {
    if (!lasts) {
      close();
    }
  }

  @Override
  public void close() {
    chat.close();
  }
}
