package reroll.bot.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The few things that the state does with files, each of which may fail. */
public interface Disk {
  /** Makes a folder, and those above it, where there is none. */
  void createFolder(Path folder) throws IOException;

  /** The names of the files in a folder. */
  List<String> names(Path folder) throws IOException;

  byte[] read(Path file) throws IOException;

  /** Opens a file for reading piece by piece. */
  Content open(Path file) throws IOException;

  /** Makes a file anew, or empties it; returns when the bytes are on the disk. */
  void writeAndSync(Path file, byte[] bytes) throws IOException;

  /** Puts a file in the place of another, at once or not at all; returns when that is on disk. */
  void replace(Path from, Path to) throws IOException;

  void delete(Path file) throws IOException;

  /** Opens a file for writing behind its end; makes it where there is none. */
  Tail append(Path file) throws IOException;

  /**
   * Takes a lock that ends with the process at the latest.
   *
   * @throws InUseException if somebody else holds it
   */
  Closeable lock(Path file) throws IOException;

  /** Somebody else holds the lock. */
  final class InUseException extends IOException {
    InUseException(Path file) {
      super(file + " is in use");
    }
  }

  /** What a file holds, of which nobody needs all at once. Thread-safe. */
  interface Content extends Closeable {
    long length() throws IOException;

    /**
     * Reads what stands at a place.
     *
     * @param length at most so many bytes, from the beginning of {@code into}
     * @return how many were read; fewer only where the file ends
     */
    int read(long at, byte[] into, int length) throws IOException;

    /** Of what is in memory already. */
    static Content of(byte[] bytes) {
      return new HeldContent(bytes);
    }
  }

  /** The end of a file. */
  interface Tail extends Closeable {
    long length() throws IOException;

    /** Writes behind the end; returns when the bytes are on the disk. */
    void writeAndSync(byte[] bytes) throws IOException;

    /** Cuts the file to this length. */
    void cut(long length) throws IOException;
  }
}
