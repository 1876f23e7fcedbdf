package reroll.bot.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.delivery.DeadLetters.Letter;
import reroll.bot.delivery.PostId;
import reroll.bot.state.OutboxCare;
import reroll.bot.state.RealDisk;
import reroll.connectors.chat.terminal.TerminalChat;
import reroll.templates.text.Visible;

/** {@code reroll outbox}: the posts that no chat would take, and what becomes of them. */
@Command(
    name = "outbox",
    description = "Shows the posts that their chats refused for good; sends or forgets them.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class OutboxCli implements Runnable {
  private static final String ALL = "all";

  /** Of a post's name so much is shown, and so much is enough to name it. */
  private static final int SHORT = 8;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "list",
      description = {
        "Lists the refused posts: name, channel, since when, why, and how the post begins.",
        "Changes nothing; a bot may be at work on the state."
      },
      mixinStandardHelpOptions = true)
  int list(@Mixin ConfigOption file) throws ConfigProblems, IOException {
    BotConfig config = file.load();
    OutboxCare.Content content = care(config).look();
    content.letters().forEach(letter -> tell(letter, config));
    content
        .waiting()
        .forEach((channel, posts) -> tell(channel + ": " + posts + " wait to be sent"));
    if (content.letters().isEmpty()) {
      tell("no post was refused");
    }
    return 0;
  }

  @Command(
      name = "retry",
      description = {
        "Puts refused posts back, so that the bot sends them from its next start on.",
        "No bot may be at work on the state."
      },
      mixinStandardHelpOptions = true)
  int retry(
      @Mixin ConfigOption file,
      @Parameters(paramLabel = "POST", description = "its name as list shows it, or all")
          String name)
      throws ConfigProblems, IOException {
    OutboxCare care = care(file.load());
    Set<PostId> posts = named(name, care);
    int again = care.retry(posts);
    tell(again + " of " + posts.size() + " will be sent from the next start on");
    return again == posts.size() ? 0 : 1;
  }

  @Command(
      name = "drop",
      description = {"Forgets refused posts.", "No bot may be at work on the state."},
      mixinStandardHelpOptions = true)
  int drop(
      @Mixin ConfigOption file,
      @Parameters(paramLabel = "POST", description = "its name as list shows it, or all")
          String name)
      throws ConfigProblems, IOException {
    OutboxCare care = care(file.load());
    tell(care.drop(named(name, care)) + " forgotten");
    return 0;
  }

  private static OutboxCare care(BotConfig config) {
    return new OutboxCare(
        config.state(), new RealDisk(), ConfiguredState.settings(config), Clock.systemUTC());
  }

  private Set<PostId> named(String name, OutboxCare care) throws IOException {
    List<Letter> letters = care.look().letters();
    Set<PostId> found =
        letters.stream()
            .map(letter -> letter.post().id())
            .filter(id -> name.equals(ALL) || isNamed(id, name))
            .collect(Collectors.toSet());
    if (found.isEmpty() && !name.equals(ALL)) {
      throw new ParameterException(
          spec.commandLine(),
          "No refused post is named '" + name + "'; 'reroll outbox list' names them.");
    }
    return found;
  }

  private static boolean isNamed(PostId id, String name) {
    return name.length() >= SHORT && id.value().startsWith(name.toLowerCase(Locale.ROOT));
  }

  private void tell(Letter letter, BotConfig config) {
    tell(
        String.join(
            "  ",
            letter.post().id().value().substring(0, SHORT),
            letter.post().channel(),
            minute(letter.since(), config),
            letter.why()));
    tell("          " + beginning(letter));
  }

  private static String minute(Instant at, BotConfig config) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT)
        .format(at.atZone(config.zone()));
  }

  /** The first line, as a terminal shows it. */
  private static String beginning(Letter letter) {
    String shown = TerminalChat.LOOK.draw(letter.post().text()).get(0).content();
    return shown.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** What strangers wrote must not steer a terminal. */
  private void tell(String line) {
    spec.commandLine().getOut().println(Visible.of(line));
  }
}
