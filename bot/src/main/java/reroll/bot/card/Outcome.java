package reroll.bot.card;

import java.util.Set;
import reroll.bot.command.Call;
import reroll.bot.command.StandingAnswers;
import reroll.bot.review.Standing;
import reroll.bot.review.Standing.Kind;
import reroll.bot.series.Revision;

/**
 * What was decided about a revision, in words; both empty while nothing was. Immutable.
 *
 * @param state such as {@code applied}
 * @param grounds from which that is concluded
 */
record Outcome(String state, String grounds) {
  /** The others pass with every answer; a card is not changed for each. */
  private static final Set<Kind> DECIDED =
      Set.of(Kind.APPLIED, Kind.APPLIED_IN_PART, Kind.NACKED, Kind.WITHDRAWN);

  static Outcome of(Revision revision, Call.Knowledge known) {
    Standing standing = Standing.of(revision);
    return DECIDED.contains(standing.kind())
        ? new Outcome(
            StandingAnswers.words(standing, revision),
            String.join("; ", StandingAnswers.reasons(standing, revision, known)))
        : new Outcome("", "");
  }
}
