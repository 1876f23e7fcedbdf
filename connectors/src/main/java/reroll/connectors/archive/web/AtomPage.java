package reroll.connectors.archive.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The mails that one page of the feed tells of. Immutable.
 *
 * @param entries in the page's order, which proves nothing
 * @param served when the server made the page, by its own clock
 */
record AtomPage(List<Entry> entries, Instant served) {
  /**
   * A mail that the feed tells of.
   *
   * @param updated the second of the mail's newest Received date, or of its Date; the server's own
   *     time where the mail has neither (PublicInbox/MsgTime.pm); {@link Instant#EPOCH} where the
   *     feed's date is none
   */
  record Entry(EscapedId id, Instant updated) {}

  AtomPage {
    entries = List.copyOf(entries);
  }

  /**
   * The entries that are not known, those received first coming first. Of one second they come as
   * they arrived, as the server's index has them.
   *
   * @param newestFirst the page's order
   */
  List<Entry> unknown(Known known, boolean newestFirst) {
    List<Entry> unknown = new ArrayList<>(entries);
    unknown.removeIf(entry -> known.has(entry.id()));
    if (newestFirst) {
      Collections.reverse(unknown);
    }
    unknown.sort(Comparator.comparing(Entry::updated));
    return unknown;
  }

  /** Whether mails older than {@code second} are on the page. */
  boolean reachesBelow(Instant second) {
    return entries.stream()
        .map(Entry::updated)
        .anyMatch(updated -> updated.isAfter(Instant.EPOCH) && updated.isBefore(second));
  }

  /** The newest date of the page that is not later than {@code latest}. */
  Optional<Instant> newest(Instant latest) {
    return entries.stream()
        .map(Entry::updated)
        .filter(updated -> !updated.isAfter(latest))
        .max(Comparator.naturalOrder());
  }

  Optional<Instant> oldest() {
    return entries.stream().map(Entry::updated).min(Comparator.naturalOrder());
  }
}
