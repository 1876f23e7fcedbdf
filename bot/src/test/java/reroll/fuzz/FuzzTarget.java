package reroll.fuzz;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class with a method that any bytes can be given to, as Jazzer wants it. Immutable.
 *
 * @param share of a hundred executions; the cheaper ones get more
 */
record FuzzTarget(String className, int share) {
  /** All there are. */
  static final List<FuzzTarget> ALL =
      List.of(
          new FuzzTarget("reroll.bot.mail.SubjectFuzz", 44),
          new FuzzTarget("reroll.bot.mail.DiffFuzz", 5),
          new FuzzTarget("reroll.bot.mail.MailFuzz", 3),
          new FuzzTarget("reroll.bot.compare.CompareFuzz", 3),
          new FuzzTarget("reroll.bot.command.CommandFuzz", 3),
          new FuzzTarget("reroll.bot.filter.FilterFuzz", 15),
          new FuzzTarget("reroll.bot.state.SnapshotFuzz", 4),
          new FuzzTarget("reroll.connectors.archive.git.ManifestFuzz", 10),
          new FuzzTarget("reroll.connectors.archive.git.PackFuzz", 1),
          new FuzzTarget("reroll.connectors.archive.web.WebFuzz", 2),
          new FuzzTarget("reroll.connectors.chat.matrix.SyncFuzz", 2),
          new FuzzTarget("reroll.connectors.chat.slack.EnvelopeFuzz", 8));

  private static final Path FOUND = Path.of("src/test/resources/fuzz");

  String name() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Bytes that mean something to it, and what was found with others. */
  List<byte[]> seeds() throws Exception {
    List<byte[]> all = new ArrayList<>();
    for (Object seed : (List<?>) method("seeds").invoke(null)) {
      all.add((byte[]) seed);
    }
    all.addAll(found());
    return all;
  }

  private List<byte[]> found() throws IOException {
    List<byte[]> all = new ArrayList<>();
    Path folder = FOUND.resolve(name());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  /** Gives it some bytes; fails as it does. */
  void take(byte[] bytes) throws Throwable {
    try {
      method("fuzzerTestOneInput", byte[].class).invoke(null, (Object) bytes);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Method method(String called, Class<?>... takes) throws ReflectiveOperationException {
    return Class.forName(className).getMethod(called, takes);
  }

  @Override
  public String toString() {
    return name();
  }
}
