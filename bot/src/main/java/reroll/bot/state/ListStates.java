package reroll.bot.state;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each list has been read, those included that stand in the configuration no more: they may
 * come back. State thread only.
 */
final class ListStates {
  /** More than a configuration file can name; beyond, who was read longest ago begins anew. */
  static final int MAX = 10_000;

  /** Whoever was read last stands last. */
  private final Map<String, ListState> byName = new LinkedHashMap<>();

  ListState of(String list) {
    return byName.getOrDefault(list, ListState.unread(list));
  }

  void put(ListState read) {
    byName.remove(read.list());
    byName.put(read.list(), read);
    if (byName.size() > MAX) {
      Iterator<String> oldest = byName.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  List<ListState> all() {
    return List.copyOf(byName.values());
  }
}
