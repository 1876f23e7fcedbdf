package reroll.bot.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.LeftOut;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Person;
import reroll.bot.mail.Robots;

/** Counts patches by author and by domain. Used by one thread. */
final class ContributorTables {
  static final int ROWS = 15;

  private final PersonBook book;
  private final boolean robotsToo;
  private final Map<String, Integer> byDomain = new HashMap<>();
  private final Map<String, Integer> byPerson = new HashMap<>();
  private int patches;
  private int stable;
  private int robots;

  ContributorTables(Mailmap mailmap, boolean robotsToo) {
    this.book = new PersonBook(mailmap);
    this.robotsToo = robotsToo;
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

  int patches() {
    return patches;
  }

  int people() {
    return byPerson.size();
  }

  int domains() {
    return byDomain.size();
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
