package reroll.bot.digest;

import java.util.function.Predicate;
import reroll.bot.series.Revision;

/**
 * Which revisions a digest is about. Immutable.
 *
 * @param filter as people say it; empty where all are
 */
public record Selection(String filter, Predicate<Revision> revisions) {
  public static final Selection ALL = new Selection("", revision -> true);

  boolean holds(Revision revision) {
    return revisions.test(revision);
  }
}
