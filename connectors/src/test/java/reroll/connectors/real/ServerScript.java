package reroll.connectors.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script of {@code .ci/servers}, which runs a real server in a folder. Used by one thread. */
public final class ServerScript {
  private final String name;
  private final Path folder;

  public ServerScript(String name, Path folder) {
    this.name = name;
    this.folder = folder.toAbsolutePath();
  }

  /** Runs the script to its end. */
  public void run(String... arguments) {
    runWith("", arguments);
  }

  /** Runs the script to its end with something to read. */
  public void runWith(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script().toString(), folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(folder);
      Path in = Files.writeString(folder.resolve("input"), input, StandardCharsets.UTF_8);
      Path out = folder.resolve("output");
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Tests run in the folder of their module. */
  private Path script() {
    return Path.of("..", ".ci", "servers", name).toAbsolutePath().normalize();
  }

  /** A port of loopback that nobody uses. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
