package reroll.connectors.archive.imap;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reroll.connectors.archive.imap.Account.TokenSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;

/**
 * Takes the token from a program's first line of output. What the program says besides is thrown
 * away, as it may be secret too.
 */
final class CommandToken implements TokenSource {
  private static final int MOST_BYTES = 16 << 10;

  private final List<String> command;
  private final Duration limit;

  /**
   * Starts nothing yet.
   *
   * @param command the program and its arguments, parted by blanks
   * @param limit how long it may take
   */
  CommandToken(String command, Duration limit) {
    this.command = List.of(command.strip().split("\\s+"));
    this.limit = limit;
  }

  @Override
  public Secret token() throws ConnectorException, InterruptedException {
    Process process = start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("gave no token within " + limit.toSeconds() + " s", null);
      }
      if (process.exitValue() != 0) {
        throw failed("ended with status " + process.exitValue(), null);
      }
      byte[] output = process.getInputStream().readNBytes(MOST_BYTES);
      return firstLine(new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failed("cannot be read", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws ConnectorException {
    try {
      return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      throw failed("cannot be started", e);
    }
  }

  private Secret firstLine(String output) throws ConnectorException {
    String token = output.lines().findFirst().orElse("").strip();
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw failed("printed no token", null);
    }
    return new Secret(token);
  }

  /** Names the program alone: its arguments may be secret. */
  private ConnectorException failed(String what, IOException e) {
    return ConnectorException.notSent("the token-command " + command.get(0) + " " + what, e);
  }

  /** The program is asked each time. */
  @Override
  public void forget() {}
}
