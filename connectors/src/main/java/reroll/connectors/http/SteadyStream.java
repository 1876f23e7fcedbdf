package reroll.connectors.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/**
 * A body that has to come at some speed: a server that sends a byte now and then would hold a
 * reader for ever without ever being silent. Its end ends the turn at the host. Used by one thread
 * at a time.
 */
final class SteadyStream extends FilterInputStream {
  /** How long a body may be slow: servers pause while they pack. */
  static final Duration GRACE = Duration.ofMinutes(2);

  /** Far below any line in use; a pack of 1 GB would take weeks. */
  static final long MIN_BYTES_A_SECOND = 512;

  private final Pace pace;
  private final Turn turn;

  /** Time spent in waiting for bytes; what the reader does between is its own affair. */
  private Duration waited = Duration.ZERO;

  private long bytes;

  SteadyStream(InputStream in, Pace pace, Turn turn) {
    super(in);
    this.pace = pace;
    this.turn = turn;
  }

  @Override
  public int read() throws IOException {
    Instant asked = pace.now();
    int next = super.read();
    count(asked, next < 0 ? -1 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Instant asked = pace.now();
    int read = super.read(into, offset, length);
    count(asked, read);
    return read;
  }

  private void count(Instant asked, int more) throws IOException {
    if (more < 0) {
      turn.leave();
      return;
    }
    turn.use();
    bytes += more;
    waited = waited.plus(Duration.between(asked, pace.now()));
    Duration slow = waited.minus(GRACE);
    if (!slow.isNegative() && bytes < slow.toSeconds() * MIN_BYTES_A_SECOND) {
      throw new IOException("the answer comes too slowly");
    }
  }
}
