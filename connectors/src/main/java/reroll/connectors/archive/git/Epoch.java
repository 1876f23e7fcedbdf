package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One repository of an archive. A public-inbox starts a new one after about 1 GB; the old ones then
 * never change (public-inbox-v2-format(5)).
 *
 * @param number counted from 0, in order of time
 */
record Epoch(int number, Path repository) {
  private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.git");

  /**
   * Finds the epochs at {@code path}: a v2 inbox folder ({@code git/0.git}), a folder of epochs
   * ({@code 0.git}), or one repository by itself.
   *
   * @return in order of time; empty where there is none
   */
  static List<Epoch> at(Path path) throws IOException {
    for (Path folder : List.of(path.resolve("git"), path)) {
      List<Epoch> epochs = numbered(folder);
      if (!epochs.isEmpty()) {
        return epochs;
      }
    }
    for (Path repository : List.of(path, path.resolve(".git"))) {
      if (isRepository(repository)) {
        return List.of(new Epoch(numberOf(path), repository));
      }
    }
    return List.of();
  }

  private static List<Epoch> numbered(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Map<Integer, Epoch> epochs = new TreeMap<>(Comparator.naturalOrder());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.git")) {
      for (Path entry : entries) {
        if (NAME.matcher(entry.getFileName().toString()).matches() && isRepository(entry)) {
          epochs.put(numberOf(entry), new Epoch(numberOf(entry), entry));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return List.copyOf(epochs.values());
  }

  private static boolean isRepository(Path folder) {
    return Files.isDirectory(folder.resolve("objects")) && Files.exists(folder.resolve("HEAD"));
  }

  private static int numberOf(Path folder) {
    Path name = folder.getFileName();
    Matcher matcher = NAME.matcher(name == null ? "" : name.toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
