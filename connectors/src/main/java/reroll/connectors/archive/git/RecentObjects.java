package reroll.connectors.archive.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was unpacked last, up to {@link #MAX_BYTES}. Half the mails of an archive are packed as
 * deltas of another one that was read shortly before or is read shortly after. Safe for use by
 * several threads.
 */
final class RecentObjects {
  /** A thousand mails or so; eight times as many would spare little more. */
  static final int MAX_BYTES = 8 << 20;

  private final Map<Place, Unpacked> objects = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  /** Where an object begins in a pack. Packs of one name hold the same (gitformat-pack(5)). */
  record Place(String pack, long offset) {}

  /**
   * An object.
   *
   * @param type one of JGit's {@code Constants.OBJ_…}
   * @param bytes not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Unpacked(int type, byte[] bytes) {}

  synchronized Optional<Unpacked> at(Place place) {
    return Optional.ofNullable(objects.get(place));
  }

  synchronized void keep(Place place, Unpacked object) {
    Unpacked before = objects.put(place, object);
    bytes += object.bytes().length - (before == null ? 0 : before.bytes().length);
    Iterator<Unpacked> oldest = objects.values().iterator();
    while (bytes > MAX_BYTES) {
      bytes -= oldest.next().bytes().length;
      oldest.remove();
    }
  }

  synchronized void clear() {
    objects.clear();
    bytes = 0;
  }
}
