package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All series by their numbers. Joins and parts them so that each number goes on naming the series
 * in which the revision is that gave it.
 */
final class SeriesRegister {
  private final Map<Long, Series> series = new TreeMap<>();

  /** Series by the numbers that they had before they turned out to be part of another. */
  private final Map<Long, Series> absorbed = new HashMap<>();

  Collection<Series> all() {
    return Collections.unmodifiableCollection(series.values());
  }

  /** The series of this number, or the one that it became part of. */
  Optional<Series> find(long number) {
    return Optional.ofNullable(series.get(number))
        .or(() -> Optional.ofNullable(absorbed.get(number)));
  }

  void add(Series added) {
    series.put(added.id(), added);
    added.aliases().forEach(alias -> absorbed.put(alias, added));
  }

  void forget(Series gone) {
    series.remove(gone.id());
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
    series.remove(higher.id());
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
