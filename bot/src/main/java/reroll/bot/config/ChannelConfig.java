package reroll.bot.config;

import java.util.List;

/**
 * What the configuration file says of a channel of a chat. Immutable.
 *
 * @param name as the chat names it
 */
public record ChannelConfig(String name, List<Subscribed> subscriptions) {
  public ChannelConfig {
    subscriptions = List.copyOf(subscriptions);
  }

  /**
   * A subscription.
   *
   * @param list the short name of a list of the file
   * @param filter that can be read; empty for all of the list
   */
  public record Subscribed(String list, String filter) {}
}
