package reroll.bot.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesEvent;

/**
 * Decides when a revision of a followed series is told: as soon as it is complete, or when nothing
 * more of it has come for a while. State thread only.
 */
public final class Notifier {
  /** Revisions that wait to be told; the oldest give way. */
  static final int MAX_WAITING = 5_000;

  /** Revisions that were told; remembered so that a late patch does not tell them again. */
  static final int MAX_TOLD = 10_000;

  /** A revision that is news for some channels. */
  public record News(Revision revision, List<Follow> follows) {}

  private final Duration quiet;

  /** By the number of the revision: when something of it came last. */
  private final Map<Long, Instant> waiting = new LinkedHashMap<>();

  private final Set<Long> told = new LinkedHashSet<>();

  /**
   * Makes a notifier.
   *
   * @param quiet how long an incomplete revision may wait for more
   */
  public Notifier(Duration quiet) {
    this.quiet = quiet;
  }

  /** Takes note of what a mail changed. */
  public void note(SeriesEvent event, Instant now) {
    long revision = event.revision().number();
    boolean grew = event instanceof SeriesEvent.Grew || event instanceof SeriesEvent.Linked;
    if (grew && !told.contains(revision)) {
      waiting.put(revision, now);
      forgetOldest(waiting.keySet(), MAX_WAITING);
    }
  }

  private static void forgetOldest(Set<Long> numbers, int most) {
    Iterator<Long> oldest = numbers.iterator();
    for (int left = numbers.size(); left > most; left--) {
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * Takes out the revisions that are whole, and those of which nothing more came for a while.
   *
   * @param revisions finds a revision by its number
   */
  public List<Revision> settled(Instant now, LongFunction<Optional<Revision>> revisions) {
    List<Revision> settled = new ArrayList<>();
    Iterator<Map.Entry<Long, Instant>> each = waiting.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Long, Instant> entry = each.next();
      Optional<Revision> revision = revisions.apply(entry.getKey());
      boolean still = !entry.getValue().plus(quiet).isAfter(now);
      if (revision.isEmpty() || revision.get().isComplete() || still) {
        each.remove();
        revision.ifPresent(settled::add);
      }
    }
    return settled;
  }

  /**
   * What of these revisions is to be told, each once. One that nobody hears of now may be told
   * later, when it turns out to belong to a series that somebody follows.
   *
   * @param seriesOf finds the series that a follow means
   */
  public List<News> news(
      List<Revision> settled, Follows follows, LongFunction<Optional<Series>> seriesOf) {
    List<News> all = new ArrayList<>();
    for (Revision revision : settled) {
      Optional<News> news = news(revision, follows, seriesOf);
      if (news.isPresent() && told.add(revision.number())) {
        all.add(news.get());
      }
    }
    forgetOldest(told, MAX_TOLD);
    return all;
  }

  private static Optional<News> news(
      Revision revision, Follows follows, LongFunction<Optional<Series>> seriesOf) {
    List<Follow> interested =
        follows.all().stream()
            .filter(follow -> revision.number() > follow.seen())
            .filter(follow -> isOf(revision, seriesOf.apply(follow.series())))
            .toList();
    return interested.isEmpty() ? Optional.empty() : Optional.of(new News(revision, interested));
  }

  private static boolean isOf(Revision revision, Optional<Series> series) {
    return series.isPresent() && series.get() == revision.series();
  }

  /** When something is to be told at the latest; empty while nothing waits. */
  public Optional<Instant> nextDue() {
    return waiting.values().stream().min(Instant::compareTo).map(last -> last.plus(quiet));
  }

  public Map<Long, Instant> waiting() {
    return Collections.unmodifiableMap(waiting);
  }

  public Set<Long> told() {
    return Collections.unmodifiableSet(told);
  }

  /** As it is saved. */
  public record Saved(Map<Long, Instant> waiting, List<Long> told) {}

  public Saved save() {
    return new Saved(new LinkedHashMap<>(waiting), List.copyOf(told));
  }

  /** Takes up what a snapshot held. */
  public void restore(Saved saved) {
    waiting.putAll(saved.waiting());
    told.addAll(saved.told());
  }
}
