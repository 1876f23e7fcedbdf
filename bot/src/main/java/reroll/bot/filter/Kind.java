package reroll.bot.filter;

import java.util.EnumSet;
import java.util.Set;
import reroll.bot.mail.Robots;
import reroll.bot.series.Revision;

/** What kinds of postings there are; one posting may be of several. */
enum Kind {
  RFC,
  STABLE,
  PULL,
  BOTS,
  /** None of the others: somebody's patches for the next release. */
  PATCH;

  static Set<Kind> of(Revision revision) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    add(kinds, RFC, revision.isRfc());
    add(kinds, STABLE, revision.isStable());
    add(kinds, PULL, revision.isPull());
    add(kinds, BOTS, Robots.isRobot(revision.author()));
    add(kinds, PATCH, kinds.isEmpty());
    return kinds;
  }

  private static void add(Set<Kind> kinds, Kind kind, boolean is) {
    if (is) {
      kinds.add(kind);
    }
  }
}
