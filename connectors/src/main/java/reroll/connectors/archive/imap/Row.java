package reroll.connectors.archive.imap;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server tells of a mail before it is asked for the mail. Immutable.
 *
 * @param arrived its INTERNALDATE
 * @param size as the server counts
 * @param headers those that were asked for
 */
record Row(long uid, Instant arrived, long size, String headers, Optional<Gap> gap) {
  /** Why there is no more to be told. */
  enum Gap {
    /** The mail was there a moment ago. */
    GONE,
    /** The server lists it, and tells nothing of it. */
    WITHHELD,
    /** What the server tells of it has no end. */
    ENDLESS
  }

  static Row gap(long uid, Gap gap) {
    return new Row(uid, Instant.EPOCH, 0, "", Optional.of(gap));
  }
}
