package reroll.bot.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import reroll.bot.series.Revision;
import reroll.bot.series.SeriesEvent;

/**
 * Decides when a revision is told to those who want to hear of it: as soon as it is complete, or
 * when nothing more of it has come for a while. When more of it comes, filters are asked again, and
 * channels that have not heard of it may. State thread only.
 */
public final class Notifier {
  /** Revisions that wait to be told; the oldest give way. */
  static final int MAX_WAITING = 5_000;

  /** Revisions that were told; remembered so that a late patch does not tell them again. */
  static final int MAX_TOLD = 10_000;

  /** Revisions that were posted while the bot listened; remembered for what comes late of them. */
  static final int MAX_POSTED = 10_000;

  /** A revision that is news for some channels. */
  public record News(Revision revision, List<Interest> interests) {}

  private final Duration quiet;

  /** By the number of the revision: when something of it came last. */
  private final Map<Long, Instant> waiting = new LinkedHashMap<>();

  private final Set<Long> posted = new LinkedHashSet<>();

  /** By the number of the revision: the channels that have heard of it. */
  private final Map<Long, Set<String>> told = new LinkedHashMap<>();

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
    if (event instanceof SeriesEvent.Grew) {
      posted.add(revision);
      forgetOldest(posted, MAX_POSTED);
    }
    if (!(event instanceof SeriesEvent.Answered)) {
      waiting.put(revision, now);
      forgetOldest(waiting.keySet(), MAX_WAITING);
    }
  }

  private static void forgetOldest(Collection<Long> numbers, int most) {
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
   * What of these revisions is to be told, to each channel once. One that nobody hears of now may
   * be told later, when it turns out to belong to a series that somebody follows.
   */
  public List<News> news(List<Revision> settled, Audience audience) {
    List<News> all = new ArrayList<>();
    for (Revision revision : settled) {
      boolean isPosted = posted.contains(revision.number());
      List<Interest> untold =
          audience.interests(revision, isPosted).stream()
              .filter(interest -> !hasHeard(interest.channel(), revision))
              .toList();
      if (!untold.isEmpty()) {
        untold.forEach(interest -> hears(interest.channel(), revision));
        all.add(new News(revision, untold));
      }
    }
    forgetOldest(told.keySet(), MAX_TOLD);
    return all;
  }

  private boolean hasHeard(String channel, Revision revision) {
    return told.getOrDefault(revision.number(), Set.of()).contains(channel);
  }

  private void hears(String channel, Revision revision) {
    told.computeIfAbsent(revision.number(), number -> new HashSet<>()).add(channel);
  }

  /** When something is to be told at the latest; empty while nothing waits. */
  public Optional<Instant> nextDue() {
    return waiting.values().stream().min(Instant::compareTo).map(last -> last.plus(quiet));
  }

  public Map<Long, Instant> waiting() {
    return Collections.unmodifiableMap(waiting);
  }

  /** The numbers of the revisions that somebody has heard of. */
  public Set<Long> told() {
    return Collections.unmodifiableSet(told.keySet());
  }

  /** The numbers of the revisions that were posted while the bot listened. */
  public Set<Long> posted() {
    return Collections.unmodifiableSet(posted);
  }

  /** As it is saved. */
  public record Saved(Map<Long, Instant> waiting, List<Long> posted, List<Told> told) {}

  /** The channels that have heard of a revision, by the alphabet. */
  public record Told(long revision, List<String> channels) {}

  public Saved save() {
    List<Told> all = new ArrayList<>();
    told.forEach(
        (revision, channels) -> all.add(new Told(revision, channels.stream().sorted().toList())));
    return new Saved(new LinkedHashMap<>(waiting), List.copyOf(posted), all);
  }

  /** Takes up what a snapshot held. */
  public void restore(Saved saved) {
    waiting.putAll(saved.waiting());
    posted.addAll(saved.posted());
    saved.told().forEach(each -> told.put(each.revision(), new HashSet<>(each.channels())));
  }
}
