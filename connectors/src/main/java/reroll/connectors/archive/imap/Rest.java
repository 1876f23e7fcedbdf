package reroll.connectors.archive.imap;

import java.util.Arrays;

/** What was found behind a place and is still to be read. Immutable. */
final class Rest {
  private final ImapCursor place;
  private final long[] uids;
  private final int from;
  private final boolean more;

  private Rest(ImapCursor place, long[] uids, int from, boolean more) {
    this.place = place;
    this.uids = uids;
    this.from = from;
    this.more = more;
  }

  /**
   * Begins with what was found.
   *
   * @param uids ascending, behind {@code place}
   * @param more whether there is more to look for behind these
   */
  static Rest of(ImapCursor place, long[] uids, boolean more) {
    return new Rest(place, uids, 0, more);
  }

  /** How far it has been read. */
  ImapCursor place() {
    return place;
  }

  boolean isEmpty() {
    return from == uids.length;
  }

  /** Whether these are not the last mails that are known. */
  boolean more() {
    return more || !isEmpty();
  }

  /** At most so many of the next ones. */
  long[] first(int most) {
    return Arrays.copyOfRange(uids, from, Math.min(from + most, uids.length));
  }

  /** Without those up to {@code row}, which is one of them. */
  Rest behind(Row row) {
    int next = from;
    while (next < uids.length && uids[next] <= row.uid()) {
      next++;
    }
    return new Rest(place.at(row.uid(), row.arrived()), uids, next, more);
  }
}
