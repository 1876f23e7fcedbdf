package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reroll.bot.command.Commands;
import reroll.bot.command.ListInfo;
import reroll.bot.demo.DemoArchive;
import reroll.bot.role.Roles;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.WatchedList;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.chat.terminal.TerminalChat;
import reroll.connectors.port.ConnectorException;

/** {@code reroll demo}: the whole bot on an embedded archive, without an account or a network. */
@Command(
    name = "demo",
    description = {
      "Runs the whole bot on an embedded mailing list, in this terminal.",
      "It prints a digest, follows a series, and lets new mail come in while you ask."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class DemoCli implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  /** Where all new mail is there at once, nobody watches it come in. */
  private static final Duration HASTY_POLL = Duration.ofMillis(20);

  /** Long enough for the slowest series of the demo, short enough to be seen. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  private static final int MAX_MAILS = 10_000;

  @Option(
      names = "--pace",
      defaultValue = "1",
      paramLabel = "FACTOR",
      description = "how fast new mail comes: 2 is twice as fast, 0 all at once (${DEFAULT-VALUE})")
  private double pace;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, ConnectorException, InterruptedException {
    try (ScratchFolder folder = ScratchFolder.named("reroll-demo-")) {
      play(folder.path());
    }
    return 0;
  }

  private void play(Path folder) throws IOException, ConnectorException, InterruptedException {
    DemoArchive archive = DemoArchive.create(folder.resolve("mail"), clock.instant());
    TerminalChat chat =
        TerminalChat.onProcessStreams(folder.resolve("history"), new Commands().words());
    try (Homes homes = Homes.forOneLook(clock);
        Bot bot = Bot.start(setup(folder, homes), chat)) {
      bot.awaitFirstLook();
      type("!digest 3w", chat, bot);
      type("!follow page cache read-ahead", chat, bot);
      boolean left = deliver(archive, chat, bot);
      chat.note(
          left || !chat.isInteractive()
              ? "End of the demo. To read a list of your own, see the README."
              : "That was all new mail. Ask on: !help says what; Ctrl-D ends.");
      if (!left) {
        chat.awaitEnd();
        bot.awaitDelivered();
      }
    }
  }

  private static void type(String line, TerminalChat chat, Bot bot) throws InterruptedException {
    chat.type(line);
    bot.awaitDelivered();
  }

  /**
   * Lets the new mail come in.
   *
   * @return whether the person left before the end
   */
  private boolean deliver(DemoArchive archive, TerminalChat chat, Bot bot)
      throws IOException, InterruptedException {
    List<DemoArchive.Live> live = DemoArchive.live();
    chat.note("New mail comes in now, " + live.size() + " mails. Ask what you like: !help");
    long before = bot.ask(state -> state.list(DemoArchive.LIST).mails());
    for (DemoArchive.Live mail : live) {
      if (chat.awaitEnd(scaled(mail.after())) && chat.isInteractive()) {
        return true;
      }
      archive.deliver(mail.file(), clock.instant());
      before++;
      long all = before;
      bot.await(state -> state.list(DemoArchive.LIST).mails() >= all);
      bot.awaitDelivered();
    }
    return false;
  }

  private Duration scaled(Duration wait) {
    return pace <= 0 ? Duration.ZERO : Duration.ofMillis((long) (wait.toMillis() / pace));
  }

  private BotSetup setup(Path folder, Homes homes) throws ConnectorException {
    ListInfo info =
        new ListInfo(
            DemoArchive.LIST,
            "Development of Harbor, an operating system that nobody has",
            Optional.of("https://lists.harbor.example/harbor-devel/"));
    ArchiveSource source =
        FilesArchive.FACTORY.open(
            new FilesArchive.Settings(folder.resolve("mail")),
            homes.of(DemoArchive.LIST, Optional.empty()));
    return new BotSetup(
        folder.resolve("state"),
        new RealDisk(),
        clock,
        new StateSettings(List.of(info), ZoneId.systemDefault(), MAX_MAILS, QUIET)
            .with(Roles.TERMINAL),
        List.of(new WatchedList(info, source, pace <= 0 ? HASTY_POLL : POLL, Optional.empty())),
        Optional.empty(),
        Duration.ofMinutes(10),
        true,
        reading -> {});
  }
}
