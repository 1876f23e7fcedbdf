package reroll.connectors.archive.git;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** The file of a pack, read from any place on. Used by one thread at a time. */
final class PackStream implements AutoCloseable {
  /** Most mails are smaller when they are packed. */
  private static final int WINDOW_BYTES = 8 << 10;

  private final FileChannel file;
  private final Inflater inflater = new Inflater();
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).limit(0);

  /** Where in the file the window ends. */
  private long end;

  private PackStream(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens a pack.
   *
   * @param checksum with which its index says that it ends
   * @throws IOException also if it is another pack than that of the index
   */
  @SuppressWarnings("resource") // whoever takes the stream closes it
  static PackStream open(Path pack, byte[] checksum) throws IOException {
    PackStream stream = new PackStream(FileChannel.open(pack));
    try {
      stream.seek(stream.file.size() - checksum.length);
      if (!stream.nextId().equals(ObjectId.fromRaw(checksum))) {
        throw new IOException(pack + " is not the pack of its index");
      }
      return stream;
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  void seek(long place) {
    long start = end - window.limit();
    if (place >= start && place <= end) {
      window.position((int) (place - start));
    } else {
      window.position(0).limit(0);
      end = place;
    }
  }

  /** Where the next byte lies. */
  long place() {
    return end - window.remaining();
  }

  /** The next byte, from 0 to 255. */
  int next() throws IOException {
    if (!window.hasRemaining()) {
      readOn();
    }
    return window.get() & 0xff;
  }

  ObjectId nextId() throws IOException {
    byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
    for (int i = 0; i < id.length; i++) {
      id[i] = (byte) next();
    }
    return ObjectId.fromRaw(id);
  }

  /**
   * Inflates what follows.
   *
   * @param size how many bytes that gives
   * @throws DataFormatException if it gives more or less, or nothing sound
   */
  byte[] inflate(int size) throws IOException, DataFormatException {
    byte[] bytes = new byte[size];
    int done = 0;
    inflater.reset();
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        if (!window.hasRemaining()) {
          readOn();
        }
        inflater.setInput(window);
      }
      int more = inflater.inflate(bytes, done, size - done);
      if (more == 0 && !inflater.finished() && !inflater.needsInput()) {
        throw new DataFormatException("more than " + size + " bytes");
      }
      done += more;
    }
    if (done < size) {
      throw new DataFormatException("fewer than " + size + " bytes");
    }
    return bytes;
  }

  private void readOn() throws IOException {
    window.clear();
    int read = file.read(window, end);
    window.flip();
    if (read <= 0) {
      window.limit(0);
      throw new EOFException("the pack ends at " + end);
    }
    end += read;
  }

  @Override
  public void close() {
    inflater.end();
    try {
      file.close();
    } catch (IOException onlyRead) {
      // nothing can be lost by that
    }
  }
}
