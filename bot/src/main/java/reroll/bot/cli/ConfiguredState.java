package reroll.bot.cli;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reroll.bot.command.ListGroup;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ChannelConfig;
import reroll.bot.config.ChatConfig;
import reroll.bot.config.ListConfig;
import reroll.bot.digest.Calendars;
import reroll.bot.run.NamedChat;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateCare;
import reroll.bot.state.StateSettings;

/** From the configuration to what the state wants to know of it. */
final class ConfiguredState {
  private ConfiguredState() {}

  static StateSettings settings(BotConfig config) {
    return new StateSettings(
        config.lists().stream().map(ConfiguredState::info).toList(),
        groups(config),
        config.schedules(),
        new Calendars(config.calendar(), zones(config)),
        config.maxMails(),
        config.quiet(),
        config.vocabulary(),
        config.roles(),
        config.templates().byName());
  }

  /** Of the channels that have their own, under the names that the program gives them. */
  private static Map<String, ZoneId> zones(BotConfig config) {
    Map<String, ZoneId> zones = new HashMap<>();
    for (ChatConfig<?> chat : config.chats()) {
      for (ChannelConfig channel : chat.channels()) {
        String name = NamedChat.outside(chat.name(), channel.name());
        channel.zone().ifPresent(zone -> zones.put(name, zone));
      }
    }
    return zones;
  }

  static ListInfo info(ListConfig list) {
    return new ListInfo(list.name(), list.title(), list.web());
  }

  private static List<ListGroup> groups(BotConfig config) {
    return config.groups().stream()
        .map(group -> new ListGroup(group.name(), group.lists()))
        .toList();
  }

  static StateCare care(BotConfig config) {
    return new StateCare(config.state(), new RealDisk(), settings(config));
  }
}
