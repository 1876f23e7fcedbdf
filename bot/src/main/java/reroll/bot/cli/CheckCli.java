package reroll.bot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reroll.bot.command.Ago;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ChatConfig;
import reroll.bot.config.ListConfig;
import reroll.bot.state.ListState;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateGlance;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.ChatPlatform.CanCheck;
import reroll.connectors.chat.ChatPlatform.Finding;
import reroll.connectors.port.ConnectorException;

/**
 * {@code reroll check}: whether the configuration would do, its chats included, and how far its
 * lists are read.
 */
@Command(
    name = "check",
    description = {
      "Checks the configuration file, whether every archive in it can be read,",
      "and whether every chat lets Reroll in and lets it post; posts nothing.",
      "Says how far each list was read when the bot last ran."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class CheckCli implements Callable<Integer> {
  @Mixin private ConfigOption file;

  @Spec private CommandSpec spec;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws Exception {
    BotConfig config = file.load();
    PrintWriter out = spec.commandLine().getOut();
    List<ListState> read = read(config, out);
    boolean allGood = true;
    try (Homes homes = Homes.forOneLook(clock)) {
      for (ListConfig list : config.lists()) {
        allGood &= tell(list, homes, read, out);
      }
      for (ChatConfig<?> chat : config.chats()) {
        allGood &= tell(chat, homes, out);
      }
    }
    out.flush();
    return allGood ? 0 : 1;
  }

  private static List<ListState> read(BotConfig config, PrintWriter out) {
    try {
      return StateGlance.lists(config.state(), new RealDisk(), ConfiguredState.settings(config));
    } catch (IOException e) {
      out.println("How far the lists are read is not to be seen now: " + e.getMessage());
      return List.of();
    }
  }

  /** One line for a list, and one for how far it is read; whether its archive can be read. */
  private boolean tell(ListConfig list, Homes homes, List<ListState> read, PrintWriter out)
      throws InterruptedException {
    boolean readable = true;
    try (ArchiveSource source = list.archive().open(homes.of(list.name(), Optional.empty()))) {
      source.probe();
      out.println(list.name() + ": can be read");
    } catch (ConnectorException e) {
      out.println(list.name() + ": cannot be read: " + e.getMessage());
      readable = false;
    }
    read.stream()
        .filter(state -> state.list().equals(list.name()))
        .forEach(state -> out.println("  " + words(state)));
    return readable;
  }

  /** What a chat finds of itself, a line each; whether all of it is good. */
  private static boolean tell(ChatConfig<?> config, Homes homes, PrintWriter out)
      throws InterruptedException {
    try (ChatPlatform chat = config.create(homes.ofChat(config.name()))) {
      List<Finding> findings = chat instanceof CanCheck check ? check.check() : List.of();
      findings.forEach(
          finding ->
              out.println(
                  config.name() + ": " + (finding.good() ? "" : "NOT GOOD: ") + finding.text()));
      return findings.stream().allMatch(Finding::good);
    } catch (ConnectorException e) {
      out.println(config.name() + ": cannot be used: " + e.getMessage());
      return false;
    }
  }

  private String words(ListState state) {
    String newest =
        state.lastArrival().equals(Instant.EPOCH)
            ? ""
            : ", the newest from " + Ago.of(state.lastArrival(), clock.instant());
    return String.format(
        Locale.ROOT,
        "%,d mails read%s%s; up to %s",
        state.mails(),
        newest,
        state.broken() == 0 ? "" : ", " + state.broken() + " unreadable",
        state.cursor().value());
  }
}
