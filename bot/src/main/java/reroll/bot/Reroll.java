package reroll.bot;

import reroll.bot.cli.CommandLines;

/** The entry point. */
public final class Reroll {
  private Reroll() {}

  public static void main(String[] args) {
    System.exit(CommandLines.execute(args));
  }
}
