package reroll.bot.state;

import java.time.Instant;
import reroll.bot.delivery.PostId;

/**
 * Somebody asked for the configuration to be read again. Outlives the process: one that was killed
 * meanwhile has read it by starting. Immutable.
 *
 * @param post the identity of the answer
 * @param root of the thread in which it belongs
 */
public record Reload(PostId post, String channel, String root, Instant at)
    implements Questions.Question {
  /** One takes seconds, and answers all who wait. */
  static final int MAX = 20;
}
