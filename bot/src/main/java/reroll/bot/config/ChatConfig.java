package reroll.bot.config;

import java.util.List;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.port.ConnectorException;

/**
 * A chat as configured, not yet connected. Immutable.
 *
 * @param <S> what the file may say for this kind of chat
 * @param name by which its channels are told from those of other chats
 * @param channels of which the file says something
 */
public record ChatConfig<S extends Record>(
    String name, ChatPlatform.Factory<S> factory, S settings, List<ChannelConfig> channels) {
  public ChatConfig {
    channels = List.copyOf(channels);
  }

  /**
   * Makes the chat; talks to nobody yet.
   *
   * @throws ConnectorException if it cannot be made of what the file says; the message says what to
   *     write instead
   */
  public ChatPlatform create(ChatHome home) throws ConnectorException {
    return factory.create(settings, home);
  }
}
