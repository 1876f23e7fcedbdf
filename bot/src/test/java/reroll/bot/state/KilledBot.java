package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import reroll.bot.command.ListInfo;
import reroll.bot.demo.DemoArchive;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.WatchedList;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.files.FilesArchive;

/**
 * A whole bot as a program of its own, to be killed. It plays a story from its beginning, and,
 * started again, from where its state stands: what it does twice must have no effect.
 */
final class KilledBot {
  static final Instant NOW = Instant.parse("2026-03-27T12:00:00Z");

  /** So short that cards are told in part and changed between one kill and the next. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private KilledBot() {}

  /** Takes a folder and a seed. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    FileChat chat = new FileChat(folder.resolve("posts"), new Random(Long.parseLong(args[1])));
    DemoArchive archive = DemoArchive.create(folder.resolve("mail"), NOW);
    try (Bot bot = Bot.start(setup(folder), chat)) {
      play(archive, chat, bot);
      Files.writeString(folder.resolve("state.json"), bot.ask(KilledBot::lasting));
    }
  }

  private static BotSetup setup(Path folder) throws Exception {
    StateSettings story = Story.settings();
    StateSettings settings =
        new StateSettings(story.lists(), story.zone(), story.maxMails(), QUIET);
    ListInfo list = settings.lists().get(0);
    return new BotSetup(
        folder.resolve("state"),
        new RealDisk(),
        Clock.systemUTC(),
        settings,
        List.of(
            new WatchedList(
                list,
                FilesArchive.FACTORY.open(
                    new FilesArchive.Settings(folder.resolve("mail")),
                    TestHome.beside(folder.resolve("mail"))),
                Duration.ofMillis(5),
                Optional.empty())),
        Optional.empty(),
        Duration.ofMillis(100),
        false,
        reading -> {});
  }

  private static void play(DemoArchive archive, FileChat chat, Bot bot) throws Exception {
    bot.await(state -> state.list(Story.LIST).caughtUp());
    String[] words = {"follow page cache read-ahead", "follow bell", "series buoy", "following"};
    for (int i = 0; i < words.length; i++) {
      chat.say("before-" + i, words[i]);
      bot.awaitDelivered();
    }
    Instant at = NOW;
    for (DemoArchive.Live mail : DemoArchive.live()) {
      at = at.plus(mail.after());
      archive.deliver(mail.file(), at);
    }
    bot.await(state -> state.list(Story.LIST).mails() == 108);
    bot.awaitDelivered();
    chat.say("after", "why page cache read-ahead");
    bot.await(state -> state.nextDue().isEmpty());
    bot.awaitDelivered();
  }

  /** The state but for what depends on the hour and on how often the process was started. */
  private static String lasting(BotState state) {
    SavedState all = state.save();
    return StateJson.mapper()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            List.of(
                all.of(new ListsSection()).orElseThrow(),
                all.of(new SeriesSection()).orElseThrow(),
                all.of(new NewsSection()).orElseThrow().told(),
                state.cards().all().stream().map(KilledBot::lasting).toList()));
  }

  /** A card is changed more often the slower its mails come. */
  private static List<Object> lasting(Card card) {
    return List.of(card.post(), card.told(), card.name(), card.shows());
  }
}
