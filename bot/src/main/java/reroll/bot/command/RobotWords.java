package reroll.bot.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.mail.RobotReport;
import reroll.bot.mail.RobotReport.Verdict;
import reroll.bot.series.Link;
import reroll.bot.series.Reception.RobotNote;
import reroll.bot.series.Revision;

/** What robots found in a series, in one line. Used once, by one thread. */
public final class RobotWords {
  /** Those that have spoken of a later version; what they said of earlier ones is forgotten. */
  private final Set<String> heard = new HashSet<>();

  private RobotWords() {}

  /**
   * {@code 0day ✓ · syzbot ✗ (old, of v2)}: of each robot what it said last; empty where none did.
   */
  public static String of(Revision revision) {
    RobotWords words = new RobotWords();
    Stream<String> all = words.saidOf(revision, "");
    Revision now = revision;
    boolean stands = true;
    for (Optional<Revision> past = before(now); past.isPresent(); past = before(now)) {
      // Where only some patches came anew, the others are still those that the robot saw.
      stands &= now.isPartial();
      now = past.get();
      String mark = " (" + (stands ? "" : "old, ") + "of " + now.label() + ")";
      all = Stream.concat(all, words.saidOf(now, mark));
    }
    return all.collect(Collectors.joining(" · "));
  }

  private static Optional<Revision> before(Revision revision) {
    return revision.link().map(Link::to);
  }

  private Stream<String> saidOf(Revision revision, String mark) {
    List<RobotReport> reports =
        revision.reception().robots().stream()
            .map(RobotNote::report)
            .filter(report -> !heard.contains(report.robot()))
            .toList();
    reports.forEach(report -> heard.add(report.robot()));
    return reports.stream()
        .map(report -> report.robot() + " " + sign(report.verdict()) + mark)
        .distinct();
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "✓";
      case BAD -> "✗";
      case OTHER -> "answered";
    };
  }
}
