package reroll.bot.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Revisions by something that they have in common. Most often one alone has it, and a list of one
 * that cannot grow takes half the room.
 */
final class RevisionLists<K> {
  private final Map<K, List<Revision>> byKey = new HashMap<>();

  /** In order of their numbers; not to be copied, nor kept. */
  List<Revision> of(K key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** How many entries all lists have. */
  int entries() {
    return byKey.values().stream().mapToInt(List::size).sum();
  }

  /** Puts a revision in its place, whatever the order in which they are put. */
  void put(K key, Revision revision) {
    List<Revision> before = byKey.putIfAbsent(key, List.of(revision));
    if (before == null || before.get(before.size() - 1) == revision) {
      return;
    }
    if (before.size() == 1) {
      before = new ArrayList<>(before);
      byKey.put(key, before);
    }
    insert(before, revision);
  }

  private static void insert(List<Revision> revisions, Revision revision) {
    int at = revisions.size();
    while (at > 0 && revisions.get(at - 1).number() > revision.number()) {
      at--;
    }
    if (at == 0 || revisions.get(at - 1) != revision) {
      revisions.add(at, revision);
    }
  }

  void take(K key, Revision revision) {
    List<Revision> before = of(key);
    if (before.equals(List.of(revision))) {
      byKey.remove(key);
    } else if (before.size() > 1) {
      before.remove(revision);
    }
  }

  /** Takes out all that have it. */
  List<Revision> takeAll(K key) {
    List<Revision> all = of(key);
    byKey.remove(key);
    return all;
  }
}
