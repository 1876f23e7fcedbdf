package reroll.bot.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * The archive of a list for those who read on and for those who read a mail again: one after the
 * other, in the order in which they come. Thread-safe.
 */
final class SharedArchive implements ArchiveSource {
  private final ArchiveSource source;

  /** Held while the source is at work; the source is guarded by it. */
  private final ReentrantLock lock = new ReentrantLock(true);

  SharedArchive(ArchiveSource source) {
    this.source = source;
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    lock.lockInterruptibly();
    try {
      return source.readAfter(cursor, most);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException {
    lock.lockInterruptibly();
    try {
      return source.read(ref);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there may be more to read, or {@code atMost} is over; whoever wants to read a mail
   * meanwhile has to wait as long.
   *
   * @return false where the archive cannot tell, and nobody waited
   */
  boolean awaitNews(Duration atMost) throws ConnectorException, InterruptedException {
    if (!(source instanceof ArchiveSource.CanWait telling)) {
      return false;
    }
    lock.lockInterruptibly();
    try {
      telling.awaitNews(atMost);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Those who read are to be stopped before. */
  @Override
  public void close() {
    source.close();
  }
}
