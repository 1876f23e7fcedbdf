package reroll.bot.cli;

import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateCare;
import reroll.bot.state.StateSettings;

/** From the configuration to what the state wants to know of it. */
final class ConfiguredState {
  private ConfiguredState() {}

  static StateSettings settings(BotConfig config) {
    return new StateSettings(
        config.lists().stream().map(l -> new ListInfo(l.name(), l.title(), l.web())).toList(),
        config.zone(),
        config.maxMails(),
        StateSettings.DEFAULT_QUIET,
        config.vocabulary(),
        config.roles());
  }

  static StateCare care(BotConfig config) {
    return new StateCare(config.state(), new RealDisk(), settings(config));
  }
}
