package reroll.bot.cli;

import java.util.List;
import reroll.bot.command.ListGroup;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ListConfig;
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
        config.zone(),
        config.maxMails(),
        config.quiet(),
        config.vocabulary(),
        config.roles());
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
