package reroll.bot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reroll.bot.command.Commands;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.config.ListConfig;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.WatchedList;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.chat.terminal.TerminalChat;
import reroll.connectors.port.ConnectorException;

/** {@code reroll run}: the bot as its configuration file says, until the talk ends. */
@Command(
    name = "run",
    description = {
      "Runs the bot as a configuration file says; the README has one.",
      "In a terminal it talks with you; from a pipe it answers every line, and ends."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class RunCli implements Callable<Integer> {
  @Mixin private ConfigOption file;

  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call()
      throws ConfigProblems, IOException, ConnectorException, InterruptedException {
    BotConfig config = file.load();
    try (Homes homes = Homes.in(config.state(), clock)) {
      List<WatchedList> lists = open(config, homes);
      if (lists.size() < config.lists().size()) {
        lists.forEach(list -> list.source().close());
        return 1;
      }
      talk(config, lists, homes);
    }
    return 0;
  }

  /** Opens all archives, and tells of each one that cannot be opened. */
  private List<WatchedList> open(BotConfig config, Homes homes) {
    List<WatchedList> lists = new ArrayList<>();
    Instant now = clock.instant();
    for (ListConfig list : config.lists()) {
      ListInfo info = new ListInfo(list.name(), list.title(), list.web());
      Optional<Instant> start = list.start().at(now, config.zone());
      try {
        ArchiveSource source = list.archive().open(homes.of(list.name(), start));
        lists.add(new WatchedList(info, source, list.poll(), start));
      } catch (ConnectorException e) {
        spec.commandLine().getErr().println("reroll: " + list.name() + ": " + e.getMessage());
      }
    }
    return lists;
  }

  private void talk(BotConfig config, List<WatchedList> lists, Homes homes)
      throws IOException, ConnectorException, InterruptedException {
    Path history = config.state().resolve("history");
    TerminalChat chat = TerminalChat.onProcessStreams(history, new Commands().words());
    try (Bot bot = Bot.start(setup(config, lists, homes, chat), chat)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bot), "shutdown"));
      chat.awaitEnd();
      if (!chat.isInteractive()) {
        bot.awaitFirstLook();
        bot.awaitDelivered();
      }
    }
  }

  private BotSetup setup(
      BotConfig config, List<WatchedList> lists, Homes homes, TerminalChat chat) {
    StateSettings settings =
        new StateSettings(
            lists.stream().map(WatchedList::info).toList(),
            config.zone(),
            config.maxMails(),
            StateSettings.DEFAULT_QUIET);
    return new BotSetup(
        config.state(),
        new RealDisk(),
        clock,
        settings,
        lists,
        config.lookup().map(homes::lookup),
        config.snapshotEvery(),
        !chat.isInteractive(),
        chat.isInteractive() ? new ReadingsAtFoot(chat::foot) : new ReadingsInLog());
  }

  /** SIGTERM: the state is saved before the process ends. */
  private static void close(Bot bot) {
    try {
      bot.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
