package reroll.connectors.archive;

import java.io.IOException;
import reroll.connectors.port.ConnectorException;

/** A real archive of one kind in a folder of the test, and a way to deliver mail into it. */
public interface ArchiveLab extends AutoCloseable {
  /** The kind, as {@link ArchiveSource.Factory#type} says it. */
  String type();

  /** Adds a mail as the last one. */
  void deliver(String mail) throws Exception;

  /** A new source on what was delivered so far. */
  ArchiveSource open() throws ConnectorException;

  /** The size that the archive tells of a mail, which may count other line ends. */
  default long sizeOf(String mail) {
    return mail.length();
  }

  /** Stops what was started. */
  @Override
  default void close() throws IOException {}
}
