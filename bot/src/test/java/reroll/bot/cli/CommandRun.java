package reroll.bot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;
import reroll.bot.state.Engine;
import reroll.bot.state.RealDisk;

/** Commands of the program as a test gives them, and all that they print. */
final class CommandRun {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  /** The exit code. */
  int run(String... words) {
    return CommandLines.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  /** The engine of the bot that a configuration file describes. */
  static Engine engine(Path file) throws Exception {
    BotConfig config = ConfigLoader.load(file, Map.of());
    return Engine.start(config.state(), new RealDisk(), ConfiguredState.settings(config), () -> {});
  }
}
