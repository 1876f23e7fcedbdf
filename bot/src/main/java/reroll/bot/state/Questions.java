package reroll.bot.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.delivery.PostId;

/**
 * Questions of one kind that wait for what is done beside the engine, such as mail read again.
 * State thread only.
 *
 * @param <Q> one question
 */
public final class Questions<Q extends Questions.Question> {
  private final int most;
  private final Map<PostId, Q> asked = new LinkedHashMap<>();

  /** Somebody waits for a post. */
  interface Question {
    /** The identity of the answer. */
    PostId post();
  }

  Questions(int most) {
    this.most = most;
  }

  /** Asks one; false if too many wait already. */
  boolean ask(Q one) {
    if (asked.size() >= most) {
      return false;
    }
    asked.put(one.post(), one);
    return true;
  }

  /** Takes out what is answered by a post. */
  Optional<Q> take(PostId post) {
    return Optional.ofNullable(asked.remove(post));
  }

  /** Whether an answer is waited for. */
  public boolean knows(PostId post) {
    return asked.containsKey(post);
  }

  /** What was asked first. */
  public Optional<Q> next() {
    return asked.values().stream().findFirst();
  }

  public boolean isEmpty() {
    return asked.isEmpty();
  }

  /** The identities of the answers, in the order in which they were asked. */
  public List<PostId> posts() {
    return List.copyOf(asked.keySet());
  }

  List<Q> all() {
    return new ArrayList<>(asked.values());
  }

  void restore(List<Q> saved) {
    saved.forEach(one -> asked.put(one.post(), one));
  }
}
