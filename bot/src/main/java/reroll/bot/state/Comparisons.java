package reroll.bot.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.command.Answer.Comparing;
import reroll.bot.delivery.PostId;

/** Comparisons that were asked for and are still to be answered. State thread only. */
public final class Comparisons {
  /** One takes seconds at most; more are refused with a message. */
  static final int MAX = 100;

  private final Map<PostId, Asked> asked = new LinkedHashMap<>();

  /**
   * A comparison and who waits for it. Immutable.
   *
   * @param post the identity of the answer
   * @param root of the thread in which it belongs
   */
  public record Asked(PostId post, String channel, String root, Instant at, Comparing what) {}

  /** Asks for one; false if too many wait already. */
  boolean ask(Asked one) {
    if (asked.size() >= MAX) {
      return false;
    }
    asked.put(one.post(), one);
    return true;
  }

  /** Takes out what is answered by a post. */
  Optional<Asked> take(PostId post) {
    return Optional.ofNullable(asked.remove(post));
  }

  boolean knows(PostId post) {
    return asked.containsKey(post);
  }

  /** What was asked first. */
  public Optional<Asked> next() {
    return asked.values().stream().findFirst();
  }

  public boolean isEmpty() {
    return asked.isEmpty();
  }

  List<Asked> all() {
    return new ArrayList<>(asked.values());
  }

  void restore(List<Asked> saved) {
    saved.forEach(one -> asked.put(one.post(), one));
  }
}
