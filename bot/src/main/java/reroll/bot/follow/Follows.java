package reroll.bot.follow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import reroll.bot.series.Series;

/** All follows, in the order in which they were asked for. State thread only. */
public final class Follows {
  /** More are refused with a message. */
  public static final int MAX = 10_000;

  private final List<Follow> follows = new ArrayList<>();

  /** By the number by which the series was followed. */
  private final Map<Long, List<Follow>> byNumber = new HashMap<>();

  /**
   * Adds a follow.
   *
   * @return false if there are too many
   */
  public boolean add(Follow follow) {
    if (follows.size() >= MAX) {
      return false;
    }
    follows.add(follow);
    byNumber.computeIfAbsent(follow.series(), number -> new ArrayList<>(1)).add(follow);
    return true;
  }

  /** Removes all that match; returns how many there were. */
  public int remove(Predicate<Follow> which) {
    int before = follows.size();
    follows.removeIf(which);
    byNumber.values().forEach(some -> some.removeIf(which));
    byNumber.values().removeIf(List::isEmpty);
    return before - follows.size();
  }

  /** Those that mean a series, by whichever of its numbers. */
  public List<Follow> of(Series series) {
    return series.numbers().stream()
        .flatMap(number -> byNumber.getOrDefault(number, List.of()).stream())
        .toList();
  }

  public List<Follow> all() {
    return Collections.unmodifiableList(follows);
  }

  public List<Follow> in(String channel) {
    return follows.stream().filter(follow -> follow.channel().equals(channel)).toList();
  }
}
