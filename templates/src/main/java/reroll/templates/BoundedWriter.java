package reroll.templates;

import java.io.IOException;
import java.io.Writer;

/** Takes no more than so many characters, and keeps none. */
final class BoundedWriter extends Writer {
  private final int most;
  private long written;

  BoundedWriter(int most) {
    this.most = most;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    written += length;
    if (written > most) {
      throw new IOException("what it writes has no end");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
