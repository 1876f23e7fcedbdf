package reroll.bot.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;
import reroll.bot.config.ConfigProblems;

/** The configuration file that a command works with. */
final class ConfigOption {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the configuration file; the README shows one")
  private Path file;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /**
   * Reads and checks it.
   *
   * @throws WrongConfig if anything is wrong with it
   */
  BotConfig load() {
    try {
      return ConfigLoader.load(file, System.getenv());
    } catch (ConfigProblems e) {
      throw new WrongConfig(spec, e.problems());
    }
  }

  /** Ends the program as a wrong argument does; each problem is a line. */
  private static final class WrongConfig extends ParameterException {
    WrongConfig(CommandSpec spec, List<String> problems) {
      super(spec.commandLine(), String.join(System.lineSeparator(), problems));
    }
  }
}
