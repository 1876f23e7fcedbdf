package reroll.connectors.archive.imap;

import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reroll.connectors.port.ConnectorException;

/**
 * The one session of an archive: made when it is needed, made anew after it broke. Used by one
 * thread at a time; {@link #close} by any, and ends what the other waits for.
 */
final class Connection implements Closeable {
  private final Login login;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<Session> session = Optional.empty();

  /** Set by the thread that reads, closed by another. */
  private volatile Optional<Wire> wire = Optional.empty();

  Connection(Login login) {
    this.login = login;
  }

  boolean isOpen() {
    return session.isPresent();
  }

  Session session() throws ImapException, ConnectorException, InterruptedException {
    if (session.isEmpty()) {
      session = Optional.of(login.session(this::started));
    }
    return session.get();
  }

  private void started(Wire next) {
    wire = Optional.of(next);
    if (isClosed()) {
      next.close(); // the other thread may have come too early to see it
    }
  }

  /** Ends the session; the next one is a new one. */
  void drop() {
    session = Optional.empty();
    wire.ifPresent(Wire::close);
    wire = Optional.empty();
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Waits without the server. Ends early when this is closed. */
  void rest(Duration time) throws InterruptedException {
    boolean over = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    if (over) {
      throw new InterruptedException("the archive was closed");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    wire.ifPresent(Wire::close);
  }
}
