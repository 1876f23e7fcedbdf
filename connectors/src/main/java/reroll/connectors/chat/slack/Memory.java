package reroll.connectors.chat.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the newest of many entries. Thread-safe.
 *
 * @param <V> what is kept under a name
 */
final class Memory<V> {
  /** Guarded by this. */
  private final Map<String, V> kept = new LinkedHashMap<>();

  private final int most;

  Memory(int most) {
    this.most = most;
  }

  /** Keeps a value; tells whether the name is new. */
  synchronized boolean put(String name, V value) {
    boolean isNew = kept.putIfAbsent(name, value) == null;
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
    return isNew;
  }

  synchronized Optional<V> get(String name) {
    return Optional.ofNullable(kept.get(name));
  }

  synchronized void remove(String name) {
    kept.remove(name);
  }

  synchronized int size() {
    return kept.size();
  }
}
