package reroll.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import reroll.bot.state.StateCare;

/**
 * A state in one file, a zip: what {@link StateCare} copies, and what chats and this installation
 * keep beside it. The copies of archives are not in it, they are fetched again.
 */
final class StateExport {
  /** What may be in it besides the state; nothing that leads out of the folder. */
  private static final Pattern BESIDE =
      Pattern.compile("installation|chats/[\\w-][\\w.-]*(?:/[\\w-][\\w.-]*)*");

  /** As much as a state can have. Bounds what a file that only says to be an export can do. */
  private static final long MAX_BYTES = 2L << 30;

  private final Path folder;

  /**
   * @param folder of the state
   */
  StateExport(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all of it to a new file.
   *
   * @throws IOException if there is one of that name, or the state is not whole
   */
  void write(StateCare care, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already; name another");
    }
    // Chats first: one that is older than the state is told again what it knows; a newer one would
    // miss what was said between.
    Map<String, byte[]> files = beside();
    files.putAll(care.copy());
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
  }

  private Map<String, byte[]> beside() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path top : List.of(folder.resolve("installation"), folder.resolve("chats"))) {
      if (Files.exists(top)) {
        add(top, files);
      }
    }
    return files;
  }

  private void add(Path top, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (BESIDE.matcher(name).matches()) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
  }

  /**
   * Puts what such a file holds in the folder.
   *
   * @throws IOException if it is none, or the folder holds a state
   */
  StateCare.Report read(StateCare care, Path file) throws IOException {
    Map<String, byte[]> state = contents(file);
    Map<String, byte[]> beside = new TreeMap<>(state);
    beside.keySet().removeIf(name -> !BESIDE.matcher(name).matches());
    state.keySet().removeAll(beside.keySet());
    StateCare.Report report = care.restore(state);
    for (Map.Entry<String, byte[]> each : beside.entrySet()) {
      Path to = folder.resolve(each.getKey());
      Files.createDirectories(to.getParent());
      Files.write(to, each.getValue());
    }
    return report;
  }

  private static Map<String, byte[]> contents(Path file) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      long left = MAX_BYTES;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8));
        left -= bytes.length;
        if (left <= 0) {
          throw new IOException(file + " is larger than any state");
        }
        files.put(entry.getName(), bytes);
      }
    }
    if (files.isEmpty()) {
      throw new IOException(file + " is no export of a state");
    }
    return files;
  }
}
