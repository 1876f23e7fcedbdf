package reroll.bot.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reroll.bot.config.ListConfig;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;

/** {@code reroll check}: whether the configuration would do. */
@Command(
    name = "check",
    description = "Checks the configuration file, and whether every archive in it can be read.",
    mixinStandardHelpOptions = true)
final class CheckCli implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    boolean allReadable = true;
    try (Homes homes = Homes.forOneLook(Clock.systemUTC())) {
      for (ListConfig list : config.load().lists()) {
        allReadable &= tell(list, homes, out);
      }
    }
    out.flush();
    return allReadable ? 0 : 1;
  }

  /** One line for a list; whether its archive can be read. */
  private static boolean tell(ListConfig list, Homes homes, PrintWriter out)
      throws InterruptedException {
    try (ArchiveSource source = list.archive().open(homes.of(list.name(), Optional.empty()))) {
      source.probe();
      out.println(list.name() + ": can be read");
      return true;
    } catch (ConnectorException e) {
      out.println(list.name() + ": cannot be read: " + e.getMessage());
      return false;
    }
  }
}
