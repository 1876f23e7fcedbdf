package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All series by their numbers. Joins and parts them so that each number goes on naming the series
 * in which the revision is that gave it.
 */
final class SeriesRegister {
  private static final Comparator<Series> BY_NUMBER = (a, b) -> Long.compare(a.id(), b.id());

  /** By their numbers: new ones come at the end, and a start has all of them at once. */
  private final List<Series> series = new ArrayList<>();

  /** Series by the numbers that they had before they turned out to be part of another. */
  private final Map<Long, Series> absorbed = new HashMap<>();

  Collection<Series> all() {
    return Collections.unmodifiableCollection(series);
  }

  /** The series of this number, or the one that it became part of. */
  Optional<Series> find(long number) {
    int place = place(number);
    return place < 0 ? Optional.ofNullable(absorbed.get(number)) : Optional.of(series.get(place));
  }

  /** As {@link Collections#binarySearch} tells it. */
  private int place(long number) {
    int low = 0;
    int high = series.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(series.get(middle).id(), number);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  void add(Series added) {
    int place = place(added.id());
    if (place < 0) {
      series.add(-place - 1, added);
    } else {
      series.set(place, added);
    }
    nameByAliases(added);
  }

  /** Adds many to none. */
  void addAll(List<Series> all) {
    series.addAll(all);
    series.sort(BY_NUMBER);
    series.forEach(this::nameByAliases);
  }

  private void nameByAliases(Series named) {
    List<Long> aliases = named.aliases();
    for (int i = 0; i < aliases.size(); i++) {
      absorbed.put(aliases.get(i), named);
    }
  }

  private void remove(Series gone) {
    int place = place(gone.id());
    if (place >= 0) {
      series.remove(place);
    }
  }

  void forget(Series gone) {
    remove(gone);
    gone.aliases().forEach(absorbed::remove);
  }

  /**
   * Makes one of two series; the lower number names it.
   *
   * @return false where it would grow beyond {@link Series#MAX_REVISIONS}; nothing is changed then
   */
  boolean join(Series a, Series b) {
    if (a == b) {
      return true;
    }
    if (!a.hasRoomFor(b)) {
      return false;
    }
    Series lower = a.id() < b.id() ? a : b;
    Series higher = lower == a ? b : a;
    remove(higher);
    lower.absorb(higher);
    add(lower);
    return true;
  }

  /** Parts a revision, with all that follow it, from the rest of its series. */
  void part(Revision revision) {
    Series whole = revision.series();
    Set<Revision> leaving = withFollowers(revision);
    if (leaving.stream().anyMatch(each -> each.number() == whole.id())) {
      Set<Revision> staying = new HashSet<>(whole.revisions());
      staying.removeAll(leaving);
      leaving = staying;
    }
    if (!leaving.isEmpty()) {
      add(whole.part(leaving));
    }
  }

  private static Set<Revision> withFollowers(Revision revision) {
    Map<Revision, List<Revision>> followers = new HashMap<>();
    for (Revision each : revision.series().revisions()) {
      each.link()
          .ifPresent(
              link -> followers.computeIfAbsent(link.to(), to -> new ArrayList<>(1)).add(each));
    }
    Set<Revision> all = new HashSet<>();
    List<Revision> next = new ArrayList<>(List.of(revision));
    while (!next.isEmpty()) {
      Revision each = next.remove(next.size() - 1);
      if (all.add(each)) {
        next.addAll(followers.getOrDefault(each, List.of()));
      }
    }
    return all;
  }
}
