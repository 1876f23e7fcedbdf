package reroll.bot.state;

import java.util.List;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Follows;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;

/** Asks for the mail that somebody would want to see and that the lists did not bring. */
record WantedMail(SeriesTracker tracker, LookUps lookUps) {
  void missingOf(Revision revision) {
    if (!tracker.missing(revision).isEmpty()) {
      lookUps.want(revision.number());
    }
  }

  /**
   * Whoever follows a series wants to see all of it.
   *
   * @param before how many follows there were when these were asked last
   */
  void missingOf(Follows follows, int before) {
    List<Follow> all = follows.all();
    for (Follow follow : all.subList(Math.min(before, all.size()), all.size())) {
      tracker.find(follow.series()).map(Series::latest).ifPresent(this::missingOf);
    }
  }
}
