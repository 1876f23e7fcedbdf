package reroll.connectors.real;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real Synapse in a folder of the test. Used by one thread. */
public final class Synapse implements AutoCloseable {
  /** Of all users. */
  public static final String PASSWORD = "sesame";

  private final Path folder;
  private final ServerScript script;
  private final int port = ServerScript.freePort();

  private Synapse(Path folder) {
    this.folder = folder.resolve("synapse").toAbsolutePath();
    this.script = new ServerScript("synapse", this.folder);
  }

  /** A running server that tells nobody to wait. */
  public static Synapse withoutLimits(Path folder) {
    return started(folder, "nolimits");
  }

  /** The same, where access tokens run out after 3 s, and sessions after 10 s. */
  public static Synapse withShortSessions(Path folder) {
    return started(folder, "shortlived");
  }

  /** A running server with the limits that Synapse has by itself. */
  public static Synapse withLimits(Path folder) {
    return started(folder, "");
  }

  private static Synapse started(Path folder, String limits) {
    Synapse synapse = new Synapse(folder);
    synapse.script.run("new", environment().toString(), Integer.toString(synapse.port), limits);
    synapse.start();
    return synapse;
  }

  /** The Python environment with Synapse and matrix-nio, which {@code .ci/run} makes. */
  public static Path environment() {
    String given = System.getenv("REROLL_SYNAPSE");
    return given == null ? Path.of("/tmp/reroll-synapse") : Path.of(given);
  }

  public void start() {
    script.run("start");
  }

  public void stop() {
    script.run("stop");
  }

  /** Registers a user and lets him in. */
  public MatrixPerson person(String name) {
    script.run("user", name, PASSWORD);
    return MatrixPerson.in(url(), name, PASSWORD);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    if (Files.exists(folder.resolve("pid"))) {
      stop();
    }
  }
}
