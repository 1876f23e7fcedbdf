package reroll.bot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.series.Revision;

/**
 * News on their way to channels: what comes now and then passes at once; where much comes in a
 * short time, though not in one batch, the rest of it is held until no more comes, and then told
 * together. State thread only.
 */
final class Gathering {
  /** Within this time so much is a burst, and after it, without more, a burst is over. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** As many are told together at most. */
  static final int MAX_HELD = 1_000;

  /** A revision that is held, and why the channel is told of it. */
  record Held(long revision, String why) {}

  /**
   * One channel.
   *
   * @param passed when something passed, lately; oldest first
   * @param held in the order in which it came
   * @param first when the oldest of it came
   * @param last when the newest of it came
   */
  record Queue(String channel, List<Instant> passed, List<Held> held, Instant first, Instant last) {
    Queue {
      passed = List.copyOf(passed);
      held = List.copyOf(held);
    }
  }

  private final Duration pause;
  private final Duration most;
  private final Map<String, Queue> queues = new LinkedHashMap<>();

  /**
   * Makes an empty one.
   *
   * @param quiet how long anything is held at most
   */
  Gathering(Duration quiet) {
    this.most = quiet;
    this.pause = quiet.compareTo(MINUTE) < 0 ? quiet : MINUTE;
  }

  /**
   * Takes what is news for a channel.
   *
   * @return what of it is to be told now
   */
  Map<Revision, String> take(String channel, Map<Revision, String> news, Instant now) {
    Queue before = queues.getOrDefault(channel, empty(channel, now));
    List<Instant> passed =
        new ArrayList<>(
            before.passed().stream().filter(at -> at.plus(pause).isAfter(now)).toList());
    boolean isCalm = passed.isEmpty() || passed.size() + news.size() < CardKeeper.BURST;
    if (before.held().isEmpty() && isCalm) {
      news.forEach((revision, why) -> passed.add(now));
      int old = Math.max(0, passed.size() - CardKeeper.BURST);
      queues.put(
          channel, new Queue(channel, passed.subList(old, passed.size()), List.of(), now, now));
      return news;
    }
    List<Held> held = new ArrayList<>(before.held());
    news.forEach((revision, why) -> held.add(new Held(revision.number(), why)));
    Instant first = before.held().isEmpty() ? now : before.first();
    queues.put(channel, new Queue(channel, passed, held, first, now));
    return Map.of();
  }

  private static Queue empty(String channel, Instant now) {
    return new Queue(channel, List.of(), List.of(), now, now);
  }

  /** Takes out what was held long enough. */
  List<Queue> due(Instant now) {
    List<Queue> due = new ArrayList<>();
    Iterator<Queue> each = queues.values().iterator();
    while (each.hasNext()) {
      Queue queue = each.next();
      if (!dueAt(queue).isAfter(now)) {
        each.remove();
        due.add(queue);
      }
    }
    due.removeIf(queue -> queue.held().isEmpty());
    return due;
  }

  private Instant dueAt(Queue queue) {
    Instant settled = queue.last().plus(pause);
    Instant latest = queue.first().plus(most);
    return queue.held().size() >= MAX_HELD
        ? queue.last()
        : settled.isBefore(latest) ? settled : latest;
  }

  /** When {@link #due} has something to give; empty while nothing is held. */
  Optional<Instant> nextDue() {
    return queues.values().stream()
        .filter(queue -> !queue.held().isEmpty())
        .map(this::dueAt)
        .min(Comparator.naturalOrder());
  }

  List<Queue> save() {
    return List.copyOf(queues.values());
  }

  void restore(List<Queue> saved) {
    saved.forEach(queue -> queues.put(queue.channel(), queue));
  }
}
