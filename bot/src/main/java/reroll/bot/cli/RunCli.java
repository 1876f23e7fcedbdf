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
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reroll.bot.command.Commands;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ChannelConfig;
import reroll.bot.config.ChatConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.config.ListConfig;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.intake.FirstReading;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.NamedChat;
import reroll.bot.run.WatchedList;
import reroll.bot.state.RealDisk;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.chat.terminal.TerminalChat;
import reroll.connectors.port.ConnectorException;

/**
 * {@code reroll run}: the bot as its configuration file says, until the talk ends or, in chats, for
 * ever.
 */
@Command(
    name = "run",
    description = {
      "Runs the bot as a configuration file says; the README has one.",
      "Where the file has chats, it talks there until it is told to stop (SIGTERM, Ctrl-C).",
      "Otherwise it talks with you in the terminal; from a pipe it answers every line, and ends."
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
    try (Homes homes = Homes.in(config.state(), clock);
        Watching watching = Watching.as(config.monitor())) {
      List<WatchedList> lists = open(config, homes);
      if (lists.size() < config.lists().size()) {
        lists.forEach(list -> list.source().close());
        return 1;
      }
      if (config.chats().isEmpty()) {
        talk(config, lists, homes, watching);
      } else {
        serve(config, lists, homes, watching);
      }
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

  private void talk(BotConfig config, List<WatchedList> lists, Homes homes, Watching watching)
      throws IOException, ConnectorException, InterruptedException {
    Path history = config.state().resolve("history");
    TerminalChat chat = TerminalChat.onProcessStreams(history, new Commands().words());
    boolean person = chat.isInteractive();
    Consumer<FirstReading> progress = person ? new ReadingsAtFoot(chat::foot) : new ReadingsInLog();
    try (Bot bot = Bot.start(setup(config, lists, homes, !person, progress), chat)) {
      bot.configure(List.of());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bot), "shutdown"));
      watching.of(bot);
      chat.awaitEnd();
      if (!person) {
        bot.awaitFirstLook();
        bot.awaitDelivered();
      }
    }
  }

  /** Talks in the chats until the process is told to stop. */
  private void serve(BotConfig config, List<WatchedList> lists, Homes homes, Watching watching)
      throws IOException, ConnectorException, InterruptedException {
    List<NamedChat> chats = new ArrayList<>();
    for (ChatConfig<?> chat : config.chats()) {
      chats.add(new NamedChat(chat.name(), chat.create(homes.ofChat(chat.name()))));
    }
    BotSetup setup = setup(config, lists, homes, false, new ReadingsInLog());
    try (Bot bot = Bot.start(setup, chats)) {
      bot.configure(subscriptions(config));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bot), "shutdown"));
      watching.of(bot);
      new CountDownLatch(1).await(); // the process ends from outside
    }
  }

  /** What the file subscribes for its channels, under the names that the program gives them. */
  private static List<Topic> subscriptions(BotConfig config) {
    List<Topic> topics = new ArrayList<>();
    for (ChatConfig<?> chat : config.chats()) {
      for (ChannelConfig channel : chat.channels()) {
        String name = NamedChat.outside(chat.name(), channel.name());
        channel
            .subscriptions()
            .forEach(s -> topics.add(new Topic(name, Optional.of(s.list()), s.filter())));
      }
    }
    return topics;
  }

  private BotSetup setup(
      BotConfig config,
      List<WatchedList> lists,
      Homes homes,
      boolean answersWhenRead,
      Consumer<FirstReading> progress) {
    return new BotSetup(
        config.state(),
        new RealDisk(),
        clock,
        ConfiguredState.settings(config),
        lists,
        config.lookup().map(homes::lookup),
        config.snapshotEvery(),
        answersWhenRead,
        progress);
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
