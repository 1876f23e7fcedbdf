package reroll.connectors.chat.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Where lines come from and go to. */
interface Console extends AutoCloseable {
  /** The process's own streams: a line editor where they are a terminal, else plain lines. */
  static Console open(Path history, List<String> completions) {
    return EditedConsole.ifPossible(history, completions)
        .<Console>map(edited -> edited)
        .orElseGet(PlainConsole::onProcessStreams);
  }

  boolean isInteractive();

  /** Columns of a line. */
  int width();

  /** Reads to the end of the input; {@code sink} takes each line. */
  void readLines(Consumer<String> sink);

  /** Prints a block of lines, above what is being typed. */
  void print(String block);

  /** Keeps lines at the foot of the screen, in the place of those that were there. */
  void foot(List<String> lines);

  @Override
  void close();
}
