package reroll.bot.state;

import java.time.Instant;
import reroll.bot.command.Answer.Comparing;
import reroll.bot.delivery.PostId;

/**
 * A comparison and who waits for it. Immutable.
 *
 * @param post the identity of the answer
 * @param root of the thread in which it belongs
 */
public record Comparison(PostId post, String channel, String root, Instant at, Comparing what)
    implements Questions.Question {
  /** One takes seconds at most; more are refused with a message. */
  static final int MAX = 100;
}
