package reroll.connectors.archive.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mails that were given, the latest of them. Where one was forgotten it is given again, never
 * the other way round. Used by one thread at a time.
 */
final class Known {
  /** Three days of the busiest list there is, some 1,500 mails a day, with room; 1 MB. */
  static final int MAX = 16_384;

  private final Set<Long> hashes = new LinkedHashSet<>();

  Known(List<Long> recent) {
    hashes.addAll(recent);
  }

  boolean has(EscapedId id) {
    return hashes.contains(id.hash());
  }

  /** Whether a mail was given: under each of its ids, as two mails may share one. */
  boolean hasAll(Collection<Long> mail) {
    return hashes.containsAll(mail);
  }

  void add(Collection<Long> mail) {
    for (long hash : mail) {
      hashes.remove(hash); // it goes to the end
      hashes.add(hash);
    }
    Iterator<Long> oldest = hashes.iterator();
    while (hashes.size() > MAX) {
      oldest.next();
      oldest.remove();
    }
  }

  /** The latest, for a cursor. */
  List<Long> recent() {
    int skipped = Math.max(0, hashes.size() - WebCursor.MAX_RECENT);
    List<Long> recent = new ArrayList<>(WebCursor.MAX_RECENT);
    int at = 0;
    for (long hash : hashes) {
      if (at++ >= skipped) {
        recent.add(hash);
      }
    }
    return recent;
  }
}
