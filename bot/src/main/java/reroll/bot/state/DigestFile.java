package reroll.bot.state;

import java.time.Instant;
import java.util.Optional;
import reroll.bot.delivery.PostId;
import reroll.bot.digest.DigestOrder;

/**
 * A digest of which all goes along as a file, and who waits for it. Immutable.
 *
 * @param post its identity
 * @param root of the thread in which it belongs; empty where nobody asked for it
 * @param gaps what it cannot know; empty where it knows all
 */
public record DigestFile(
    PostId post, String channel, Optional<String> root, Instant at, DigestOrder order, String gaps)
    implements Questions.Question {
  /** Beyond so many that wait, digests come without their files. */
  static final int MAX = 100;
}
