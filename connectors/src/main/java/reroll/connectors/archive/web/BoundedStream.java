package reroll.connectors.archive.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it goes on beyond a limit. Used by one thread at a time. */
final class BoundedStream extends FilterInputStream {
  private final String what;
  private long left;

  /**
   * @param most bytes that may come
   * @param what it is, for the message
   */
  BoundedStream(InputStream in, long most, String what) {
    super(in);
    this.left = most;
    this.what = what;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException(what + " is too large");
    }
  }
}
