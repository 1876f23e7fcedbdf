package reroll.bot.digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.LeftOut;
import reroll.bot.digest.Digest.Totals;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Person;
import reroll.bot.mail.Robots;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;

/** Counts patches by author and by domain. Used by one thread. */
final class ContributorTables {
  static final int ROWS = 15;

  private final PersonBook book;
  private final boolean robotsToo;
  private final Map<String, Integer> byDomain = new HashMap<>();
  private final Map<String, Integer> byPerson = new HashMap<>();
  private final Set<Series> series = new HashSet<>();
  private int patches;
  private int stable;
  private int robots;

  ContributorTables(Mailmap mailmap, boolean robotsToo) {
    this.book = new PersonBook(mailmap);
    this.robotsToo = robotsToo;
  }

  /** A series counts once, however many of its revisions were posted. */
  void countSeries(Revision revision) {
    if (robotsToo || !(revision.isStable() || Robots.isRobot(revision.author()))) {
      series.add(revision.series());
    }
  }

  void count(PatchMail patch) {
    if (!robotsToo && patch.stable()) {
      stable++;
    } else if (!robotsToo && Robots.isRobot(patch.author())) {
      robots++;
    } else {
      Person person = book.canonical(patch.author());
      patches++;
      byPerson.merge(person.toString(), 1, Integer::sum);
      patch.author().domain().ifPresent(domain -> byDomain.merge(domain, 1, Integer::sum));
    }
  }

  Totals totals() {
    return new Totals(patches, series.size(), byPerson.size(), byDomain.size());
  }

  List<Count> topDomains() {
    return top(byDomain);
  }

  List<Count> topPeople() {
    return top(byPerson);
  }

  LeftOut leftOut() {
    return new LeftOut(stable, robots);
  }

  private static List<Count> top(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(RowOrder.COUNT_THEN_TEXT)
        .limit(ROWS)
        .toList();
  }
}
