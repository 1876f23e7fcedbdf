package reroll.bot.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One piece of work across all its versions. Changed by the tracker alone. */
public final class Series {
  /**
   * More postings than this are no longer one piece of work but a robot's habit; the longest series
   * of large lists have 34.
   */
  static final int MAX_REVISIONS = 100;

  private static final Duration LATE = Duration.ofDays(1);

  private final long id;
  private final List<Long> aliases = new ArrayList<>(0);
  private final List<Revision> revisions = new ArrayList<>(1);

  Series(long id) {
    this.id = id;
  }

  Series(long id, List<Long> aliases) {
    this(id);
    this.aliases.addAll(aliases);
  }

  /** The number by which people name it; never reused. */
  public long id() {
    return id;
  }

  /** The numbers of series that turned out to be this one; they name it too. */
  public List<Long> aliases() {
    return Collections.unmodifiableList(aliases);
  }

  /** All numbers that name it. */
  public List<Long> numbers() {
    return Stream.concat(Stream.of(id), aliases.stream()).toList();
  }

  /** In order of arrival; never empty. */
  public List<Revision> revisions() {
    return Collections.unmodifiableList(revisions);
  }

  /**
   * The revision that nothing follows: the highest version, unless its author began to count anew
   * (an RFC that became a PATCH, a restart at v1); of several postings of it the last whole one.
   */
  public Revision latest() {
    return latest(revisions);
  }

  /** The same of some of a series' revisions alone; in order of arrival, at least one. */
  public static Revision latest(List<Revision> revisions) {
    if (revisions.size() == 1) {
      return revisions.get(0);
    }
    Set<Revision> followed = new HashSet<>();
    List<Revision> complete = revisions.stream().filter(Revision::isComplete).toList();
    List<Revision> whole = revisions.stream().filter(r -> !isAborted(r, complete)).toList();
    whole.stream()
        .filter(revision -> !isLate(revision))
        .forEach(revision -> revision.link().ifPresent(link -> followed.add(link.to())));
    return whole.stream()
        .filter(revision -> !followed.contains(revision))
        .reduce((a, b) -> b.version().compareTo(a.version()) >= 0 ? b : a)
        .orElseGet(() -> revisions.get(revisions.size() - 1));
  }

  /** A posting that broke off, where the same version was posted whole. */
  private static boolean isAborted(Revision revision, List<Revision> complete) {
    return !complete.isEmpty()
        && !revision.isComplete()
        && complete.stream()
            .anyMatch(
                other ->
                    other.version().equals(revision.version())
                        && other.total() == revision.total()
                        && other.isRfc() == revision.isRfc());
  }

  /** A version that the archive got behind its own successor; a restart takes longer. */
  private static boolean isLate(Revision revision) {
    return revision
        .link()
        .map(Link::to)
        .filter(to -> to.version().isAfter(revision.version()) && to.isRfc() == revision.isRfc())
        .filter(to -> revision.began().isBefore(to.began().plus(LATE)))
        .isPresent();
  }

  /** Those that came before {@code revision}, in order of arrival. */
  List<Revision> before(Revision revision) {
    int end = revisions.size();
    while (end > 0 && !revisions.get(end - 1).cameBefore(revision)) {
      end--;
    }
    return Collections.unmodifiableList(revisions.subList(0, end));
  }

  /** What the series is called now; some patches posted anew do not rename it. */
  public String title() {
    Revision named = latest();
    while (named.isPartial()) {
      named = named.link().orElseThrow().to();
    }
    return named.title();
  }

  void add(Revision revision) {
    revisions.add(revision);
    revision.moveTo(this);
    sort();
  }

  /** To be called when a revision turns out to have begun earlier. */
  void sort() {
    if (revisions.size() > 1) {
      revisions.sort(Revision.BY_ARRIVAL);
    }
  }

  /** Whether it can take over another without growing beyond its bound. */
  boolean hasRoomFor(Series other) {
    return revisions.size() + other.revisions.size() <= MAX_REVISIONS;
  }

  /** Takes over all that {@code other} has, and its numbers. */
  void absorb(Series other) {
    other.revisions.forEach(revision -> revision.moveTo(this));
    revisions.addAll(other.revisions);
    sort();
    other.revisions.clear();
    aliases.add(other.id);
    aliases.addAll(other.aliases);
  }

  /**
   * Gives away some revisions, and the numbers that they came with, as a series of their own. What
   * this series is named by stays.
   *
   * @param leaving at least one, and not the one that gave this series its number
   */
  Series part(Set<Revision> leaving) {
    Set<Long> numbers = new TreeSet<>();
    leaving.forEach(revision -> numbers.add(revision.number()));
    long first = numbers.iterator().next();
    Series apart =
        new Series(first, aliases.stream().filter(n -> n != first && numbers.contains(n)).toList());
    aliases.removeAll(numbers);
    revisions.removeAll(leaving);
    leaving.forEach(apart::add);
    return apart;
  }

  @Override
  public String toString() {
    return "#" + id;
  }
}
