package reroll.bot.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;
import reroll.bot.intake.FirstReading;

/** A line on a terminal while somebody waits for a command; silent where nobody looks. */
final class Progress implements Consumer<FirstReading> {
  private static final int STEP = 1_000;

  private final PrintStream out;
  private final boolean shown;
  private long told;

  private Progress(PrintStream out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  /** On the error stream, where that is a terminal and the result goes somewhere else or below. */
  static Progress onTerminal() {
    return new Progress(
        System.err, Optional.ofNullable(System.console()).map(Progress::isTerminal).orElse(false));
  }

  /** From Java 22 on there is a console always, and it says itself whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  @Override
  public void accept(FirstReading reading) {
    if (shown && !reading.over() && reading.mails() >= told + STEP) {
      told = reading.mails();
      out.print("\r\u001B[K" + reading.line());
      out.flush();
    }
  }

  /** Leaves the line as if nothing had been. */
  void end() {
    if (told > 0) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }
}
