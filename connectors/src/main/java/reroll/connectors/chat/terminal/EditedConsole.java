package reroll.connectors.chat.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A terminal with a line editor: history, completion, posts above what is being typed. */
final class EditedConsole implements Console {
  private static final Logger log = LoggerFactory.getLogger(EditedConsole.class);
  private static final int NARROWEST = 40;

  /** Of a terminal that does not say how large it is. */
  private static final Size UNTOLD = Size.of(80, 24);

  private final Terminal terminal;
  private final LineReader reader;

  private EditedConsole(Terminal terminal, Path history, List<String> completions) {
    this.terminal = terminal;
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("reroll")
            .completer(new StringsCompleter(completions))
            .variable(LineReader.HISTORY_FILE, history)
            // "!" begins a command here, not an event of the history.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /**
   * Empty where standard input and output are no terminal, or one that cannot move its cursor.
   * Where Java sees none itself, that is not asked again by a library and eight processes; from
   * Java 22 on it may see one where there is none, and then it is.
   */
  @SuppressWarnings("SystemConsoleNull")
  static Optional<EditedConsole> ifPossible(Path history, List<String> completions) {
    if (System.console() == null) {
      return Optional.empty();
    }
    try {
      Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
      if (terminal.getColumns() == 0) {
        terminal.setSize(UNTOLD); // as behind some pseudo terminals; the editor shows nothing then
      }
      return Optional.of(new EditedConsole(terminal, history, completions));
    } catch (IOException | IllegalStateException noTerminal) {
      log.debug("no line editor: {}", noTerminal.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public int width() {
    return Math.max(NARROWEST, terminal.getColumns() - 1);
  }

  @Override
  public void readLines(Consumer<String> sink) {
    try {
      while (true) {
        readLine(sink);
      }
    } catch (EndOfFileException | UserInterruptException end) {
      // Ctrl-D and Ctrl-C end the talk.
      return;
    }
  }

  /** Ctrl-C drops a line that was begun, as in a shell; only on an empty one it ends the talk. */
  private void readLine(Consumer<String> sink) {
    try {
      sink.accept(reader.readLine(TerminalChat.PROMPT));
    } catch (UserInterruptException interrupt) {
      if (interrupt.getPartialLine().isBlank()) {
        throw interrupt;
      }
    }
  }

  @Override
  public void print(String block) {
    reader.printAbove(block + "\n\n");
  }

  @Override
  public void foot(List<String> lines) {
    Optional.ofNullable(Status.getStatus(terminal))
        .ifPresent(status -> status.update(lines.stream().map(AttributedString::new).toList()));
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be closed", e);
    }
  }
}
