package reroll.bot.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a state, in memory, as they were at one instant. It is taken from a folder on which
 * a bot may be at work: snapshots and journals are only added to, replaced whole or taken away, so
 * what is there while none is taken away fits together; a journal may end in half a line, as after
 * a power cut. As a disk it can be worked on without a trace in the folder. One thread.
 */
final class StateCopy implements Disk {
  /** A bot takes files away when it saves, minutes apart; a copy takes a fraction of a second. */
  private static final int TRIES = 5;

  private final Path folder;
  private final Map<String, byte[]> files;

  private StateCopy(Path folder, Map<String, byte[]> files) {
    this.folder = folder;
    this.files = new TreeMap<>(files);
  }

  /** A copy of what somebody else keeps. */
  static StateCopy of(Path folder, Map<String, byte[]> files) {
    return new StateCopy(folder, files);
  }

  /**
   * Copies a folder, whoever works on it.
   *
   * @throws IOException if it cannot be read
   */
  static StateCopy take(Path folder, Disk disk) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return takeAtOnce(folder, disk);
      } catch (NoSuchFileException meanwhile) {
        if (attempt == TRIES) {
          throw meanwhile;
        }
      }
    }
  }

  private static StateCopy takeAtOnce(Path folder, Disk disk) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : disk.names(folder)) {
      if (StateFiles.isPartOfState(name)) {
        files.put(name, disk.read(folder.resolve(name)));
      }
    }
    return new StateCopy(folder, files);
  }

  /** All files by their names. */
  Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  private String nameOf(Path file) {
    return folder.relativize(file).toString();
  }

  @Override
  public void createFolder(Path ignored) {}

  @Override
  public List<String> names(Path ignored) {
    return List.copyOf(files.keySet());
  }

  @Override
  public byte[] read(Path file) throws IOException {
    byte[] bytes = files.get(nameOf(file));
    if (bytes == null) {
      throw new NoSuchFileException(file.toString());
    }
    return bytes;
  }

  @Override
  public Content open(Path file) throws IOException {
    return Content.of(read(file));
  }

  @Override
  public void writeAndSync(Path file, byte[] bytes) {
    files.put(nameOf(file), bytes);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    byte[] bytes = read(from);
    files.remove(nameOf(from));
    files.put(nameOf(to), bytes);
  }

  @Override
  public void delete(Path file) {
    files.remove(nameOf(file));
  }

  @Override
  public Tail append(Path file) {
    files.putIfAbsent(nameOf(file), new byte[0]);
    return new CopiedTail(nameOf(file));
  }

  /** Nobody else knows of it. */
  @Override
  public Closeable lock(Path file) {
    return () -> {};
  }

  private final class CopiedTail implements Tail {
    private final String name;

    private CopiedTail(String name) {
      this.name = name;
    }

    @Override
    public long length() {
      return files.get(name).length;
    }

    @Override
    public void writeAndSync(byte[] bytes) {
      byte[] before = files.get(name);
      byte[] after = Arrays.copyOf(before, before.length + bytes.length);
      System.arraycopy(bytes, 0, after, before.length, bytes.length);
      files.put(name, after);
    }

    @Override
    public void cut(long length) {
      files.put(name, Arrays.copyOf(files.get(name), (int) length));
    }

    @Override
    public void close() {}
  }
}
