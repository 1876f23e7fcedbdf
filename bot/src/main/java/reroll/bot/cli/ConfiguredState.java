package reroll.bot.cli;

import java.util.List;
import reroll.bot.command.ListGroup;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ListConfig;
import reroll.bot.state.StateSettings;

/** What a configuration says about the state. Stateless. */
final class ConfiguredState {
  private ConfiguredState() {}

  static StateSettings of(BotConfig config) {
    return new StateSettings(
        config.lists().stream().map(ConfiguredState::info).toList(),
        groups(config),
        config.schedules(),
        config.zone(),
        config.maxMails(),
        StateSettings.DEFAULT_QUIET);
  }

  static ListInfo info(ListConfig list) {
    return new ListInfo(list.name(), list.title(), list.web());
  }

  private static List<ListGroup> groups(BotConfig config) {
    return config.groups().stream()
        .map(group -> new ListGroup(group.name(), group.lists()))
        .toList();
  }
}
