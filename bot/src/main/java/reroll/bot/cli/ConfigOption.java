package reroll.bot.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;
import reroll.bot.config.ConfigProblems;

/** The configuration file that a command works by. */
final class ConfigOption {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the configuration, such as reroll.yaml")
  private Path file;

  BotConfig load() throws ConfigProblems {
    return ConfigLoader.load(file, System.getenv());
  }
}
