package reroll.connectors.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines of a stream of bytes. A line longer than the buffer comes in pieces, so that no line can
 * fill the memory. Used by one thread at a time.
 */
final class LineReader implements Closeable {
  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /** What was read ahead stands between these two. */
  private int start;

  private int limit;

  /** Of the first byte that was read ahead. */
  private long offset;

  private boolean inLine;

  /**
   * @param offset of the first byte that {@code in} will give
   */
  LineReader(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  /** Reads the next line, or the next piece of a long one; empty at the end. */
  Optional<Line> next() throws IOException {
    int end = start;
    do {
      while (end < limit) {
        if (buffer[end++] == '\n') {
          return Optional.of(take(end));
        }
      }
      end -= start; // what is there moves to the front of the buffer
    } while (fill());
    return end > 0 ? Optional.of(take(end)) : Optional.empty();
  }

  Optional<Line> nextNotBlank() throws IOException {
    Optional<Line> line = next();
    while (line.isPresent() && line.get().text().isBlank()) {
      line = next();
    }
    return line;
  }

  /** Reads more behind what is there; false if there is no more, or no more room. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    limit -= start;
    start = 0;
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }

  private Line take(int end) {
    Line line = new Line(offset, Arrays.copyOfRange(buffer, start, end), inLine);
    inLine = buffer[end - 1] != '\n';
    offset += end - start;
    start = end;
    return line;
  }

  /** Where the next line begins; at the end, the length of the stream. */
  long offset() {
    return offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
