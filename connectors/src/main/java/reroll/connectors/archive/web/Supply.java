package reroll.connectors.archive.web;

import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.port.ConnectorException;

/**
 * What one look at the server found, to be given piece by piece. Whatever is given is known from
 * then on. Used by one thread at a time.
 */
interface Supply extends AutoCloseable {
  /** Whether nothing is left. */
  boolean isEmpty();

  /** The next entry; empty where what was announced turned out to be known. */
  Optional<ArchiveEntry> next() throws ConnectorException, InterruptedException;

  /** Where to read on behind what was given so far. */
  Place place();

  /** Whether there is more on the server behind all this. */
  boolean moreBehind();

  @Override
  void close();
}
