package reroll.bot.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration file says of a channel of a chat. Immutable.
 *
 * @param name as the chat names it
 * @param zone of its days; empty where that of the file is meant
 */
public record ChannelConfig(String name, Optional<ZoneId> zone, List<Subscribed> subscriptions) {
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
