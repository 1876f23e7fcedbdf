package reroll.bot.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reroll.bot.mail.MessageId;

/**
 * Sets up anew the series of which a person said something: first what people said, the newest word
 * first, then of one revision after the other what its author states, else what looks likely. Done
 * whole each time, so that the order in which mails and words came decides nothing.
 */
final class RuledSeries {
  private final SeriesIndex index;
  private final SeriesRegister register;
  private final Rulings rulings;
  private final RerollLinker linker;
  private final SeriesJoiner joiner;

  RuledSeries(
      SeriesIndex index,
      SeriesRegister register,
      Rulings rulings,
      RerollLinker linker,
      SeriesJoiner joiner) {
    this.index = index;
    this.register = register;
    this.rulings = rulings;
    this.linker = linker;
    this.joiner = joiner;
  }

  /** All revisions that have to be set up together where one of these changed; mostly none. */
  List<Revision> around(Collection<Revision> changed) {
    return rulings.isEmpty() ? List.of() : revisions(reached(changed, true));
  }

  /** The same, with those of which nobody says anything any more. */
  List<Revision> allAround(Collection<Revision> changed) {
    return revisions(reached(changed, false));
  }

  private static List<Revision> revisions(Set<Series> series) {
    return series.stream()
        .flatMap(each -> each.revisions().stream())
        .sorted(Revision.BY_ARRIVAL)
        .toList();
  }

  private Set<Series> reached(Collection<Revision> changed, boolean ruledOnly) {
    Set<Series> reached = new LinkedHashSet<>();
    Deque<Series> next = new ArrayDeque<>();
    changed.forEach(revision -> next.add(revision.series()));
    while (!next.isEmpty()) {
      Series series = next.remove();
      List<Ruling> said =
          series.revisions().stream().flatMap(r -> rulings.of(r).stream()).distinct().toList();
      if ((!ruledOnly || !said.isEmpty()) && reached.add(series)) {
        said.stream().flatMap(this::named).map(Revision::series).forEach(next::add);
      }
    }
    return reached;
  }

  private Stream<Revision> named(Ruling ruling) {
    return ruling.mails().stream().flatMap(id -> revision(id).stream());
  }

  private Optional<Revision> revision(MessageId id) {
    return index.mail(id).map(TrackedMail::revision);
  }

  /**
   * Sets them up.
   *
   * @param revisions whole series, in order of arrival
   */
  void setUp(List<Revision> revisions) {
    revisions.forEach(Revision::unlink);
    revisions.stream().filter(r -> r.series().revisions().size() > 1).forEach(register::part);
    asPeopleSay(revisions);
    revisions.forEach(this::asMailsSay);
  }

  private void asMailsSay(Revision revision) {
    linker.stated(revision, revision.mails()).stream()
        .sorted(Comparator.comparing(Link::to, Revision.BY_ARRIVAL.reversed()))
        .forEach(link -> joiner.unite(revision, link));
    if (revision.link().isEmpty()) {
      linker.likeliest(revision).ifPresent(link -> joiner.unite(revision, link));
    }
  }

  private void asPeopleSay(List<Revision> revisions) {
    Set<Ruling> said = new LinkedHashSet<>();
    revisions.forEach(revision -> said.addAll(rulings.of(revision)));
    List<Ruling> newestFirst = new ArrayList<>(said);
    newestFirst.sort(Comparator.comparingInt(rulings::age));
    for (Ruling ruling : newestFirst) {
      if (ruling instanceof Ruling.Follows follows) {
        follow(follows);
      }
    }
  }

  private void follow(Ruling.Follows said) {
    Optional<Revision> revision = revision(said.mail());
    Optional<Revision> earlier = revision(said.earlier());
    if (revision.isPresent() && earlier.isPresent() && !revision.equals(earlier)) {
      joiner.uniteAsSaid(said, revision.get(), earlier.get());
    }
  }
}
