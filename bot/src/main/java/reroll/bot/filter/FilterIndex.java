package reroll.bot.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Many filters, of which those that match a revision are found by what it has; only those that ask
 * for nothing by which they could be found are tried one by one. Used by one thread.
 *
 * @param <T> what a filter stands for; told apart by {@code equals}
 */
public final class FilterIndex<T> {
  private record Entry<T>(T value, Filter filter, long number) {}

  private final Map<T, Entry<T>> entries = new LinkedHashMap<>();
  private final Map<Feature, Set<Entry<T>>> byFeature = new HashMap<>();
  private final Set<Entry<T>> others = new HashSet<>();
  private long last;

  /** Adds something, or gives it another filter. */
  public void put(T value, Filter filter) {
    remove(value);
    Entry<T> entry = new Entry<>(value, filter, ++last);
    entries.put(value, entry);
    if (filter.anchors().isEmpty()) {
      others.add(entry);
    }
    filter
        .anchors()
        .forEach(anchor -> byFeature.computeIfAbsent(anchor, key -> new HashSet<>()).add(entry));
  }

  public void remove(T value) {
    Entry<T> entry = entries.remove(value);
    if (entry != null) {
      others.remove(entry);
      entry
          .filter()
          .anchors()
          .forEach(anchor -> byFeature.computeIfPresent(anchor, without(entry)));
    }
  }

  private static <T> BiFunction<Feature, Set<Entry<T>>, Set<Entry<T>>> without(Entry<T> entry) {
    return (anchor, all) -> {
      all.remove(entry);
      return all.isEmpty() ? null : all;
    };
  }

  /** The filter that something has. */
  public Optional<Filter> find(T value) {
    return Optional.ofNullable(entries.get(value)).map(Entry::filter);
  }

  /** What filters let through, in the order in which it was added. */
  public List<T> matching(Traits traits) {
    Set<Entry<T>> candidates = new HashSet<>(others);
    traits.features().forEach(found -> candidates.addAll(byFeature.getOrDefault(found, Set.of())));
    List<Entry<T>> matching = new ArrayList<>();
    for (Entry<T> candidate : candidates) {
      if (candidate.filter().matches(traits)) {
        matching.add(candidate);
      }
    }
    matching.sort(Comparator.comparingLong(Entry::number));
    return matching.stream().map(Entry::value).toList();
  }
}
