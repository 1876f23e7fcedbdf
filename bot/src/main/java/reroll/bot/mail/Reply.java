package reroll.bot.mail;

import java.util.List;
import java.util.Optional;

/**
 * Every mail that is no patch mail: answers, reports of robots, discussion. Immutable.
 *
 * @param subject one line
 * @param reviews {@code Reviewed-by:} and its like, unquoted; at most {@link ReviewReader#MAX}
 * @param applied what it says to have been applied
 * @param robot what it found, where a robot wrote it
 * @param withdraws whether it asks not to look at what it answers; counts from the author alone
 */
public record Reply(
    MessageId id,
    List<MessageId> parents,
    Person author,
    String subject,
    List<Review> reviews,
    Optional<Applied> applied,
    Optional<RobotReport> robot,
    boolean withdraws)
    implements MailFacts {

  public Reply {
    parents = List.copyOf(parents);
    reviews = List.copyOf(reviews);
  }

  /**
   * The same reply, below one patch of several: it is about that one.
   *
   * @param patch its place
   */
  public Reply below(Optional<Integer> patch) {
    return new Reply(
        id,
        parents,
        author,
        subject,
        reviews.stream().map(review -> below(review, patch)).toList(),
        applied.map(said -> said.belowOnePatch(patch)),
        robot,
        withdraws);
  }

  private static Review below(Review review, Optional<Integer> patch) {
    return patch.isPresent() && review.patches().isEmpty()
        ? new Review(review.kind(), review.by(), review.conditional(), List.of(patch.get()))
        : review;
  }
}
