package reroll.bot.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code reroll run} as a process of its own, which can be killed. Thread-safe. */
public final class BotProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private BotProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the program; what it says is added to the file {@code log} beside its configuration. */
  public static BotProcess run(Path config) throws IOException {
    Path log = config.resolveSibling("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dreroll.log.level=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "reroll.bot.Reroll",
                "run",
                "--config",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new BotProcess(process, log);
  }

  /** What it has said, and those before it. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Lets it live for so long, unless it ends by itself. */
  public void live(Duration time) throws InterruptedException {
    process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** SIGHUP; returns when it is sent. */
  public void hangUp() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
  }

  /**
   * Whether a program that is started here hears SIGHUP: where nohup(1) ignores it, all children
   * do, and Java leaves it so. Where it cannot be known, yes.
   */
  public static boolean hearsHangup() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .allMatch(ignored -> (ignored & 1) == 0); // bit 0 is signal 1, SIGHUP: proc(5)
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns when it has ended. */
  public int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
