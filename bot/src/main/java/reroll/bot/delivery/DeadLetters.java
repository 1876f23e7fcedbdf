package reroll.bot.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posts that their chats will never take, oldest first, until somebody owes them again or
 * forgets them. Part of the state: state thread only.
 */
public final class DeadLetters {
  /** Of more the oldest are forgotten. */
  public static final int MAX = 100;

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  /**
   * One of them.
   *
   * @param why its chat would not take it, in one sentence
   * @param since when the chat said so
   */
  public record Letter(Post post, Urgency urgency, String why, Instant since) {}

  private final List<Letter> letters = new ArrayList<>();

  void add(Letter letter) {
    letters.add(letter);
    if (letters.size() > MAX) {
      Letter oldest = letters.remove(0);
      log.warn(
          "{}: a post that was refused on {} is forgotten, for {} came after it: {}",
          oldest.post().channel(),
          oldest.since(),
          MAX,
          oldest.why());
    }
  }

  /** Forgets some; returns how many there were. */
  public int drop(Predicate<PostId> which) {
    int before = letters.size();
    letters.removeIf(letter -> which.test(letter.post().id()));
    return before - letters.size();
  }

  public List<Letter> all() {
    return Collections.unmodifiableList(letters);
  }

  public int size() {
    return letters.size();
  }
}
