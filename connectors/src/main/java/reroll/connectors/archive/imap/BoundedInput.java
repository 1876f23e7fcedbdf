package reroll.connectors.archive.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a server sends, as far as it may. Angus keeps a line in memory whatever its length, and
 * makes room for a literal of any size that is announced; so both are stopped here. Remembers how
 * reading failed, which Angus tells as a BYE. Used by one thread at a time.
 */
final class BoundedInput extends FilterInputStream {
  /** The last bytes announce no literal. */
  private static final long NOTHING = -1;

  /** A brace was opened, without a number so far. */
  private static final long OPENED = -2;

  private long left;
  private Optional<IOException> failure = Optional.empty();

  /** Bytes of the literal that is being read. */
  private long literal;

  /** What was announced in the line so far. */
  private long announced = NOTHING;

  /** Whether the last byte was the closing brace, or the CR behind it. */
  private boolean closed;

  private boolean midLine;

  BoundedInput(InputStream in) {
    super(in);
  }

  /** What is sent from now on may have this many bytes. */
  void allow(long bytes) {
    left = bytes;
  }

  /** How reading failed; empty where it did not. */
  Optional<IOException> failure() {
    return failure;
  }

  /** Whether a line was begun and not ended. */
  boolean midLine() {
    return midLine;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      int read = super.read(bytes, from, length);
      if (read < 0) {
        throw new IOException("the server closed the connection");
      }
      for (int i = from; i < from + read; ) {
        i += literal > 0 ? skipLiteral(from + read - i) : see(bytes[i]);
      }
      return read;
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  private void spend(long bytes) throws TooMuch {
    left -= bytes;
    if (left < 0) {
      throw new TooMuch();
    }
  }

  private int skipLiteral(int available) throws TooMuch {
    int skipped = (int) Math.min(literal, available);
    literal -= skipped;
    spend(skipped);
    return skipped;
  }

  /** Follows a byte of a line; a literal is announced by {@code {digits}} at its end. */
  private int see(byte b) throws TooMuch {
    spend(1);
    midLine = b != '\n';
    if (b == '\n') {
      endLine();
    } else if (b == '{') {
      announced = OPENED;
      closed = false;
    } else if (b == '}' && announced >= 0 && !closed) {
      closed = true;
    } else if (b >= '0' && b <= '9' && announced != NOTHING && !closed) {
      announced = Math.min(Math.max(0, announced) * 10 + b - '0', Integer.MAX_VALUE);
    } else if (!(b == '\r' && closed)) {
      announced = NOTHING;
      closed = false;
    }
    return 1;
  }

  private void endLine() throws TooMuch {
    if (closed) {
      if (announced > left) {
        throw new TooMuch();
      }
      literal = announced;
      midLine = true;
    }
    announced = NOTHING;
    closed = false;
  }

  /** The server sends more than was allowed. */
  static final class TooMuch extends IOException {
    private TooMuch() {
      super("more than was asked for");
    }
  }
}
