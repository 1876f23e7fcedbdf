package reroll.connectors.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A body that has to come at some speed: a server that sends a byte now and then would hold a
 * reader for ever without ever being silent. Used by one thread at a time.
 */
final class SteadyStream extends FilterInputStream {
  /** How long a body may be slow: servers pause while they pack. */
  static final Duration GRACE = Duration.ofMinutes(2);

  /** Far below any line in use; a pack of 1 GB would take weeks. */
  static final long MIN_BYTES_A_SECOND = 512;

  private final Clock clock;
  private final Instant began;
  private long bytes;

  SteadyStream(InputStream in, Clock clock) {
    super(in);
    this.clock = clock;
    this.began = clock.instant();
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

  private void count(int more) throws IOException {
    bytes += more;
    Duration since = Duration.between(began, clock.instant()).minus(GRACE);
    if (!since.isNegative() && bytes < since.toSeconds() * MIN_BYTES_A_SECOND) {
      throw new IOException("the answer comes too slowly");
    }
  }
}
