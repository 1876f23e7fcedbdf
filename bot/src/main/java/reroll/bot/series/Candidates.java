package reroll.bot.series;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import reroll.bot.mail.Version;

/**
 * Which revisions are worth comparing, found by title, author and thread. However many there are,
 * only some are looked at, the newest first: that bounds the work for busy authors and robots.
 */
final class Candidates {
  /** Rerolls that come later than this are found by a title or by what their authors state. */
  static final Duration LOOK_BACK = Duration.ofDays(400);

  /** Who takes up old work keeps its titles; after a longer time even that says little. */
  static final Duration LOOK_BACK_BY_TITLE = Duration.ofDays(1_100);

  static final int MAX_BY_AUTHOR = 150;
  static final int MAX_BY_TITLE = 60;

  /** Of a revision that is learned late the ones that came before it are far from the newest. */
  private static final int MAX_SEARCHED = 1000;

  private final SeriesIndex index;

  Candidates(SeriesIndex index) {
    this.index = index;
  }

  /** The series that a revision may belong to, its own left out. */
  Set<Series> seriesFor(Revision revision, List<TrackedMail> thread) {
    Set<Series> found = new LinkedHashSet<>();
    thread.forEach(parent -> found.add(parent.revision().series()));
    for (TrackedMail mail : revision.mails()) {
      addBefore(
          revision, index.withTitle(mail.titleHash()), MAX_BY_TITLE, LOOK_BACK_BY_TITLE, found);
    }
    if (isFoundByAuthor(revision)) {
      for (List<Revision> same : index.byAuthor(revision.author())) {
        addBefore(revision, same, MAX_BY_AUTHOR, LOOK_BACK, found);
      }
    }
    found.remove(revision.series());
    return found;
  }

  /** A first version has to have something else in common with what it follows. */
  private static boolean isFoundByAuthor(Revision revision) {
    return revision.version().isAfter(Version.FIRST) || revision.isResent();
  }

  private static void addBefore(
      Revision revision, List<Revision> known, int most, Duration back, Set<Series> found) {
    Instant earliest = revision.began().minus(back);
    int left = most;
    int end = Math.max(0, known.size() - MAX_SEARCHED);
    for (int i = known.size() - 1; i >= end && left > 0; i--) {
      Revision other = known.get(i);
      if (other.cameBefore(revision)) {
        left--;
        if (!other.began().isBefore(earliest)) {
          found.add(other.series());
        }
      }
    }
  }

  /**
   * The revisions that may follow the one of a mail that was learned late, in the order in which
   * they came: those that came after it and have something in common with this mail.
   */
  List<Revision> heirs(TrackedMail mail) {
    Revision revision = mail.revision();
    Set<Revision> heirs = new TreeSet<>(Revision.BY_ARRIVAL);
    addAfter(revision, revision.series().revisions(), heirs);
    addAfter(revision, index.withTitle(mail.titleHash()), heirs);
    addAfter(revision, index.answering(mail.id()), heirs);
    mail.mail().changeId().ifPresent(id -> addAfter(revision, index.withChangeId(id), heirs));
    for (List<Revision> same : index.byAuthor(revision.author())) {
      addAfter(revision, same, heirs);
    }
    return List.copyOf(heirs);
  }

  private static void addAfter(Revision revision, List<Revision> known, Set<Revision> found) {
    int end = Math.max(0, known.size() - MAX_SEARCHED);
    for (int i = known.size() - 1; i >= end; i--) {
      if (revision.cameBefore(known.get(i))) {
        found.add(known.get(i));
      }
    }
  }
}
