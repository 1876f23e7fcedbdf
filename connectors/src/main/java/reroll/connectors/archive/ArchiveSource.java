package reroll.connectors.archive;

import java.time.Duration;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;

/**
 * A store of list mail, read in its own order of arrival. Used by one thread at a time.
 *
 * <p>A source never skips an entry. It may give one again when it had to find its place anew (a
 * rewritten history, a file that shrank): the reader drops what it has by Message-ID.
 */
public interface ArchiveSource extends AutoCloseable {
  /**
   * Larger mails are cut by the source, so that one mail cannot fill the memory. The largest mail
   * of 340,000 real ones has 3.5 MB.
   */
  int MAX_MAIL_BYTES = 8 << 20;

  /** A batch ends early when its mails reach this size together. */
  int MAX_BATCH_BYTES = 16 << 20;

  /**
   * Reads the entries that follow {@code cursor}. Blocks for as long as the archive takes.
   *
   * @param most the largest number of entries wanted, at least 1
   * @throws ConnectorException if nothing could be read; the cursor stays good
   * @throws InterruptedException if the reader is to stop
   */
  Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException;

  /**
   * Reads one entry again.
   *
   * @param ref as an entry of this archive told it
   * @return empty where the archive no longer holds it
   */
  Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException;

  /**
   * Asks whether the archive is there and lets us in, as cheaply as it can be asked; reads no mail.
   *
   * @throws ConnectorException if not; the message says what to do
   */
  default void probe() throws ConnectorException, InterruptedException {
    readAfter(Cursor.START, 1);
  }

  @Override
  void close();

  /** Archives that tell by themselves when mail has come. */
  interface CanWait {
    /**
     * Waits until there may be more to read, or {@code atMost} is over. Called by the thread that
     * reads; what came since its last read ends the wait, too.
     *
     * @throws ConnectorException if the archive can no longer tell
     */
    void awaitNews(Duration atMost) throws ConnectorException, InterruptedException;
  }

  /**
   * How one kind of archive is configured and opened.
   *
   * @param <S> what the configuration file may say for this kind, and nothing else
   */
  interface Factory<S extends Record> {
    /** The word that the configuration file uses for this kind. */
    String type();

    Class<S> settings();

    /**
     * How far back the first reading goes where nobody says.
     *
     * @return empty for all of the archive
     */
    default Optional<Duration> firstReading(S settings) {
      return Optional.empty();
    }

    /**
     * Opens the archive; reads nothing yet, and asks no other machine.
     *
     * @param home what it may use
     * @throws ConnectorException if there is no such archive; the message says what was looked for
     */
    ArchiveSource open(S settings, ArchiveHome home) throws ConnectorException;
  }
}
