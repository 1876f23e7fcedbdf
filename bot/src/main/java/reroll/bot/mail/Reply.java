package reroll.bot.mail;

import java.util.List;
import java.util.Optional;

/**
 * Every mail that is no patch mail: answers, reports of robots, discussion. Immutable.
 *
 * @param subject one line
 * @param trailers {@code Reviewed-by:} and its like, unquoted
 * @param applied what it says to have been applied
 * @param withdraws whether it asks not to look at what it answers; counts from the author alone
 */
public record Reply(
    MessageId id,
    List<MessageId> parents,
    Person author,
    String subject,
    List<Trailer> trailers,
    Optional<Applied> applied,
    boolean withdraws)
    implements MailFacts {

  public Reply {
    parents = List.copyOf(parents);
    trailers = List.copyOf(trailers);
  }

  /** The same reply, below one patch of several. */
  public Reply belowOnePatch() {
    return new Reply(
        id, parents, author, subject, trailers, applied.map(Applied::belowOnePatch), withdraws);
  }
}
