package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import reroll.bot.command.ListInfo;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;
import reroll.bot.config.ListConfig;
import reroll.bot.mail.MessageId;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.WatchedList;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;

/**
 * A bot on real servers that somebody will kill, as {@link ExactlyOnce} does. When the file {@code
 * finish} is there it waits until it knows the mails that are named there, writes what it knows to
 * {@code known}, and ends.
 */
final class ServedBot {
  private ServedBot() {}

  /**
   * Takes a folder with a {@code reroll.yaml}, the words to follow in {@code follow}, and a seed.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    BotConfig config = ConfigLoader.load(folder.resolve("reroll.yaml"), Map.of());
    Clock clock = Clock.systemUTC();
    FileChat chat = new FileChat(folder.resolve("posts"), new Random(Long.parseLong(args[1])));
    try (Http http = new Http("reroll/test", Pace.of(Duration.ofMillis(20), clock));
        Bot bot = Bot.start(setup(config, folder, http, clock), chat)) {
      bot.await(state -> config.lists().stream().allMatch(l -> state.list(l.name()).caughtUp()));
      int number = 0;
      for (String words : Files.readAllLines(folder.resolve("follow"))) {
        chat.say("follow-" + number++, "follow " + words);
      }
      awaitFinish(folder, bot);
      Files.write(folder.resolve("known"), bot.ask(ServedBot::known));
    }
  }

  private static BotSetup setup(BotConfig config, Path folder, Http http, Clock clock)
      throws Exception {
    List<WatchedList> lists = new ArrayList<>();
    for (ListConfig list : config.lists()) {
      ArchiveHome home =
          new ArchiveHome(
              folder.resolve("copies").resolve(list.name()), Optional.empty(), http, clock);
      lists.add(
          new WatchedList(
              new ListInfo(list.name(), "", Optional.empty()),
              list.archive().open(home),
              list.poll(),
              Optional.empty()));
    }
    return new BotSetup(
        config.state(),
        new RealDisk(),
        clock,
        new StateSettings(
            lists.stream().map(WatchedList::info).toList(),
            config.zone(),
            config.maxMails(),
            config.quiet()),
        lists,
        Optional.empty(),
        Duration.ofSeconds(10),
        false,
        reading -> {});
  }

  private static void awaitFinish(Path folder, Bot bot) throws Exception {
    Path finish = folder.resolve("finish");
    while (!Files.exists(finish)) {
      bot.await(state -> true);
      java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
    }
    List<MessageId> wanted = Files.readAllLines(finish).stream().map(MessageId::new).toList();
    bot.await(state -> wanted.stream().allMatch(id -> state.tracker().mail(id).isPresent()));
    bot.awaitDelivered();
  }

  /** One line a mail: its id, and the lists that got it. */
  private static List<String> known(BotState state) {
    return state.tracker().series().stream()
        .map(Series::revisions)
        .flatMap(List::stream)
        .map(Revision::mails)
        .flatMap(List::stream)
        .map(mail -> mail.id() + " " + mail.lists().stream().collect(Collectors.joining(",")))
        .sorted()
        .toList();
  }
}
