package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for as long as a command takes. */
record ScratchFolder(Path path) implements AutoCloseable {
  /**
   * Makes one that nobody else has.
   *
   * @param name how its name begins
   */
  static ScratchFolder named(String name) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(name));
  }

  /** Leaves nothing behind. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
