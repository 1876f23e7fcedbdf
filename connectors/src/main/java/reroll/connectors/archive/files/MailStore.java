package reroll.connectors.archive.files;

import java.io.IOException;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * One form in which files hold mail: {@link reroll.connectors.archive.ArchiveSource} without the
 * words of a failure. Used by one thread at a time.
 */
interface MailStore extends AutoCloseable {
  /**
   * Reads the entries that follow the cursor.
   *
   * @throws IOException if nothing could be read; the cursor stays good
   * @throws ConnectorException if the cursor is of another form
   */
  Batch readAfter(Cursor cursor, int most) throws IOException, ConnectorException;

  /** Reads one entry again; empty where there is none of that name. */
  Optional<ArchiveEntry> read(String ref) throws IOException;

  @Override
  void close();

  /** A cursor that this form of archive did not make. */
  static ConnectorException foreign(Cursor cursor, String form) {
    return ConnectorException.rejected(
        "the saved place \""
            + cursor.value()
            + "\" is not one of "
            + form
            + ": the list's archive was changed for one of another kind");
  }
}
