package reroll.bot.state;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk in memory that fails when a test says so. A write that fails leaves half of its bytes, as
 * real ones do.
 */
final class MemoryDisk implements Disk {
  private final Map<Path, byte[]> files = new TreeMap<>();

  /** Steps that still succeed. */
  private int stepsLeft = Integer.MAX_VALUE;

  /** Whether all steps fail after the first that did, as if the process had died there. */
  private boolean dead;

  private boolean dies;
  private int steps;
  private boolean locked;

  /** Lets so many steps succeed, then one fail; a disk that {@code dies} does nothing after it. */
  void failAfter(int successes, boolean diesThen) {
    stepsLeft = successes;
    dies = diesThen;
  }

  /** All is well again, as after a restart or when somebody made room. */
  void heal() {
    stepsLeft = Integer.MAX_VALUE;
    dead = false;
    locked = false;
  }

  int steps() {
    return steps;
  }

  Map<Path, byte[]> files() {
    return files;
  }

  private boolean fails() {
    steps++;
    if (dead) {
      return true;
    }
    if (stepsLeft-- > 0) {
      return false;
    }
    dead = dies;
    stepsLeft = Integer.MAX_VALUE;
    return true;
  }

  private void step() throws IOException {
    if (fails()) {
      throw new IOException("No space left on device");
    }
  }

  private void write(Path file, int from, byte[] bytes) throws IOException {
    boolean wasDead = dead;
    boolean fails = fails();
    int length = fails ? bytes.length / 2 : bytes.length;
    if (!wasDead) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.write(files.getOrDefault(file, new byte[0]), 0, from);
      content.write(bytes, 0, length);
      files.put(file, content.toByteArray());
    }
    if (fails) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    step();
    return files.keySet().stream().map(file -> file.getFileName().toString()).toList();
  }

  @Override
  public byte[] read(Path file) throws IOException {
    step();
    if (!files.containsKey(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return files.get(file);
  }

  @Override
  public Content open(Path file) throws IOException {
    return Content.of(read(file));
  }

  @Override
  public void writeAndSync(Path file, byte[] bytes) throws IOException {
    write(file, 0, bytes);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    step();
    files.put(to, files.remove(from));
  }

  @Override
  public void delete(Path file) throws IOException {
    step();
    files.remove(file);
  }

  @Override
  public Tail append(Path file) throws IOException {
    step();
    files.putIfAbsent(file, new byte[0]);
    return new Tail() {
      @Override
      public long length() {
        return files.get(file).length;
      }

      @Override
      public void writeAndSync(byte[] bytes) throws IOException {
        write(file, files.get(file).length, bytes);
      }

      @Override
      public void cut(long length) throws IOException {
        step();
        files.put(file, Arrays.copyOf(files.get(file), (int) length));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    step();
    if (locked) {
      throw new InUseException(file);
    }
    locked = true;
    return () -> locked = false;
  }
}
