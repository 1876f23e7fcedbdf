package reroll.connectors.archive;

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
   */
  Batch readAfter(Cursor cursor, int most) throws ConnectorException;

  /**
   * Reads one entry again.
   *
   * @param ref as an entry of this archive told it
   * @return empty where the archive no longer holds it
   */
  Optional<ArchiveEntry> read(String ref) throws ConnectorException;

  @Override
  void close();

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
     * Opens the archive; reads nothing yet.
     *
     * @throws ConnectorException if there is no such archive; the message says what was looked for
     */
    ArchiveSource open(S settings) throws ConnectorException;
  }
}
