package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reroll.bot.command.Commands;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.intake.FirstReading;
import reroll.connectors.chat.terminal.Hangup;
import reroll.connectors.chat.terminal.TerminalChat;

/**
 * {@code reroll run}: the bot as its configuration file says, until the talk ends or, in chats, for
 * ever.
 */
@Command(
    name = "run",
    description = {
      "Runs the bot as a configuration file says; the README has one.",
      "Where the file has chats, it talks there until it is told to stop (SIGTERM, Ctrl-C).",
      "SIGHUP makes it read the file again.",
      "Otherwise it talks with you in the terminal; from a pipe it answers every line, and ends."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class RunCli implements Callable<Integer> {
  @Mixin private ConfigOption file;

  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws ConfigProblems, IOException, InterruptedException {
    BotConfig config = file.load();
    try (Homes homes = Homes.in(config.state(), clock)) {
      if (config.chats().isEmpty()) {
        talk(config, homes);
      } else {
        serve(config, homes);
      }
      return 0;
    } catch (CannotStart e) {
      e.problems().forEach(what -> spec.commandLine().getErr().println("reroll: " + what));
      return 1;
    }
  }

  private void talk(BotConfig config, Homes homes) throws CannotStart, InterruptedException {
    Path history = config.state().resolve("history");
    TerminalChat chat = TerminalChat.onProcessStreams(history, new Commands().words());
    boolean person = chat.isInteractive();
    Consumer<FirstReading> progress = person ? new ReadingsAtFoot(chat::foot) : new ReadingsInLog();
    try (LastingChats chats = LastingChats.terminal(homes, chat);
        LiveBot live = start(config, chats, surroundings(homes, progress, !person))) {
      chat.awaitEnd();
      if (!person) {
        live.awaitAnswered();
      }
    }
  }

  /** Talks in the chats until the process is told to stop. */
  private void serve(BotConfig config, Homes homes) throws CannotStart, InterruptedException {
    try (LastingChats chats = LastingChats.configured(homes);
        LiveBot live = start(config, chats, surroundings(homes, new ReadingsInLog(), false))) {
      Hangup.runs(live::reloadSoon);
      live.awaitEnd(); // the process ends from outside
    }
  }

  private LiveBot start(BotConfig config, LastingChats chats, RunningBot.Surroundings around)
      throws CannotStart, InterruptedException {
    LiveBot live = LiveBot.start(file::load, config, chats, around);
    Ending ending = new Ending(live::close, Ending.BEFORE_BEING_KILLED);
    Runtime.getRuntime().addShutdownHook(new Thread(ending, "shutdown"));
    return live;
  }

  private RunningBot.Surroundings surroundings(
      Homes homes, Consumer<FirstReading> progress, boolean answersWhenRead) {
    return new RunningBot.Surroundings(homes, clock, progress, answersWhenRead);
  }
}
