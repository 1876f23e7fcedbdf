package reroll.bot.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Reroll this is, as the jar says. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"reroll " + text()};
  }

  /** The version as other machines are told it; 0 where nothing is packed. */
  static String number() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("0");
  }

  static String text() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("(built in a workspace)");
  }
}
