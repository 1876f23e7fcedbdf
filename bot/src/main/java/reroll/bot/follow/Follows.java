package reroll.bot.follow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** All follows, in the order in which they were asked for. State thread only. */
public final class Follows {
  /** More are refused with a message. */
  public static final int MAX = 10_000;

  private final List<Follow> follows = new ArrayList<>();

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
    return true;
  }

  /** Removes all that match; returns how many there were. */
  public int remove(Predicate<Follow> which) {
    int before = follows.size();
    follows.removeIf(which);
    return before - follows.size();
  }

  public List<Follow> all() {
    return Collections.unmodifiableList(follows);
  }

  public List<Follow> in(String channel) {
    return follows.stream().filter(follow -> follow.channel().equals(channel)).toList();
  }
}
