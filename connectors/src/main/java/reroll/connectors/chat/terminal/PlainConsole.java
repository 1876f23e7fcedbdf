package reroll.connectors.chat.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plain lines, for pipes and files: no prompt, no colours. */
final class PlainConsole implements Console {
  private static final Logger log = LoggerFactory.getLogger(PlainConsole.class);
  private static final int WIDTH = 100;

  private final BufferedReader in;
  private final PrintWriter out;

  PlainConsole(Reader in, Writer out) {
    this.in = new BufferedReader(in);
    this.out = new PrintWriter(out);
  }

  static PlainConsole onProcessStreams() {
    return new PlainConsole(
        new InputStreamReader(System.in, StandardCharsets.UTF_8),
        new PrintWriter(System.out, false, StandardCharsets.UTF_8));
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void readLines(Consumer<String> sink) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        sink.accept(line);
      }
    } catch (IOException e) {
      log.warn("standard input ended: {}", e.getMessage());
    }
  }

  @Override
  public synchronized void print(String block) {
    out.println(block);
    out.println();
    out.flush();
  }

  /** A stream has no foot. */
  @Override
  public void foot(List<String> lines) {}

  @Override
  public void close() {
    out.flush();
  }
}
