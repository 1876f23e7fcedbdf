package reroll.connectors.archive.web;

import java.util.Optional;

/**
 * How far an inbox was read, in the seconds by which the server orders mail. Immutable.
 *
 * @param upToDate whether all was read that was there; {@code second} is then the newest mail's.
 *     Else what was received in {@code second} or later is still to be read
 * @param second since 1970
 * @param until the end of the window at work, of which {@code second} is the beginning; empty for a
 *     window without end
 * @param marker the mail of this window that was given last; empty where no window is at work
 */
record Place(boolean upToDate, long second, Optional<Long> until, Optional<Long> marker) {
  /** All was read that was there. */
  static Place upTo(long second) {
    return new Place(true, second, Optional.empty(), Optional.empty());
  }

  /** Everything from {@code second} on is to be read. */
  static Place behind(long second) {
    return new Place(false, second, Optional.empty(), Optional.empty());
  }

  /** Within a window. */
  Place window(Optional<Long> end) {
    return new Place(false, second, end, Optional.empty());
  }

  Place after(long mail) {
    return new Place(upToDate, second, until, Optional.of(mail));
  }
}
