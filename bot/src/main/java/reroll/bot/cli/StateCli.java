package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.state.StateCare;

/** {@code reroll state}: care for what must not be lost. */
@Command(
    name = "state",
    description = "Looks after the state folder: whether it is whole, copies of it, its size.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class StateCli implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "verify",
      description = {
        "Reads all of the state as a start would, and says whether it is whole.",
        "Changes nothing; a bot may be at work on it."
      },
      mixinStandardHelpOptions = true)
  int verify(@Mixin ConfigOption file) throws ConfigProblems, IOException {
    BotConfig config = file.load();
    StateCare.Report report = ConfiguredState.care(config).verify();
    report.damaged().forEach(this::tell);
    String verdict =
        report.damaged().isEmpty() ? "whole" : "can be taken up without what is damaged";
    tell(config.state() + ": " + verdict);
    tell("snapshots: " + report.snapshots() + ", journals: " + report.journals());
    tell(report);
    return report.damaged().isEmpty() ? 0 : 1;
  }

  @Command(
      name = "export",
      description = {
        "Writes the state to one new file (zip), for a backup or another machine.",
        "A bot may be at work on it; all that it has confirmed is in the file."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Mixin ConfigOption file,
      @Parameters(paramLabel = "FILE", description = "the new file") Path to)
      throws ConfigProblems, IOException {
    BotConfig config = file.load();
    new StateExport(config.state()).write(ConfiguredState.care(config), to);
    tell(to + ": written");
    return 0;
  }

  @Command(
      name = "import",
      description = {
        "Puts an exported state into the state folder, which must not hold one.",
        "Until the next start it is as it was when it was exported."
      },
      mixinStandardHelpOptions = true)
  int importFrom(
      @Mixin ConfigOption file,
      @Parameters(paramLabel = "FILE", description = "what export wrote") Path from)
      throws ConfigProblems, IOException {
    BotConfig config = file.load();
    tell(new StateExport(config.state()).read(ConfiguredState.care(config), from));
    return 0;
  }

  @Command(
      name = "compact",
      description = {
        "Saves the state as one snapshot in the newest form, and drops all older files.",
        "No bot may be at work on it."
      },
      mixinStandardHelpOptions = true)
  int compact(@Mixin ConfigOption file) throws ConfigProblems, IOException {
    BotConfig config = file.load();
    ConfiguredState.care(config).compact();
    tell(ConfiguredState.care(config).verify());
    return 0;
  }

  private void tell(StateCare.Report report) {
    tell(
        String.format(
            Locale.ROOT,
            "%,d inputs made it: %,d series of %,d patch mails, %,d follows, %,d posts owed",
            report.inputs(),
            report.series(),
            report.patchMails(),
            report.follows(),
            report.owedPosts()));
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
  }
}
