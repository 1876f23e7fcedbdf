package reroll.bot.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ChannelConfig;
import reroll.bot.config.ChatConfig;
import reroll.bot.config.ListConfig;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.intake.FirstReading;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.NamedChat;
import reroll.bot.run.WatchedList;
import reroll.bot.state.RealDisk;
import reroll.bot.words.FileTrouble;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;

/** A bot as one configuration says, with all that was opened for it but its chats. */
final class RunningBot implements AutoCloseable {
  /**
   * What stays the same whatever the configuration says.
   *
   * @param answersWhenRead whether questions wait until every list was looked at once
   */
  record Surroundings(
      Homes homes, Clock clock, Consumer<FirstReading> progress, boolean answersWhenRead) {}

  private final Bot bot;
  private final Watching watching;

  private RunningBot(Bot bot, Watching watching) {
    this.bot = bot;
    this.watching = watching;
  }

  /**
   * Starts it.
   *
   * @param reload is told that somebody asks for the configuration to be read again
   * @throws CannotStart if anything cannot be opened; nothing is left open then
   */
  static RunningBot start(
      BotConfig config, List<NamedChat> chats, Surroundings around, Runnable reload)
      throws CannotStart, InterruptedException {
    List<WatchedList> lists = open(config, around);
    try {
      return start(setup(config, lists, around, reload), chats, config);
    } catch (IOException e) {
      lists.forEach(list -> list.source().close());
      throw new CannotStart(List.of(FileTrouble.of(e)));
    } catch (ConnectorException e) {
      lists.forEach(list -> list.source().close());
      throw new CannotStart(List.of(e.getMessage()));
    }
  }

  private static RunningBot start(BotSetup setup, List<NamedChat> chats, BotConfig config)
      throws IOException, ConnectorException, InterruptedException {
    Watching watching = Watching.as(config.monitor());
    try {
      Bot bot = Bot.start(setup, chats);
      RunningBot running = new RunningBot(bot, watching);
      try {
        bot.configure(subscriptions(config));
      } catch (IOException e) {
        running.close();
        throw e;
      }
      watching.of(bot);
      return running;
    } catch (IOException | ConnectorException e) {
      watching.close();
      throw e;
    }
  }

  private static List<WatchedList> open(BotConfig config, Surroundings around) throws CannotStart {
    List<WatchedList> lists = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Instant now = around.clock().instant();
    for (ListConfig list : config.lists()) {
      Optional<Instant> start = list.start().at(now, config.zone());
      try {
        ArchiveSource source = list.archive().open(around.homes().of(list.name(), start));
        lists.add(new WatchedList(ConfiguredState.info(list), source, list.poll(), start));
      } catch (ConnectorException e) {
        problems.add(list.name() + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      lists.forEach(list -> list.source().close());
      throw new CannotStart(problems);
    }
    return lists;
  }

  private static BotSetup setup(
      BotConfig config, List<WatchedList> lists, Surroundings around, Runnable reload) {
    return new BotSetup(
        config.state(),
        new RealDisk(),
        around.clock(),
        ConfiguredState.settings(config),
        lists,
        config.lookup().map(around.homes()::lookup),
        config.snapshotEvery(),
        around.answersWhenRead(),
        around.progress(),
        Optional.of(reload));
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

  Bot bot() {
    return bot;
  }

  /** Saves the state; its chats stay open if they last. */
  @Override
  public void close() throws IOException {
    try {
      bot.close();
    } finally {
      watching.close();
    }
  }
}
