package reroll.bot.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reroll.bot.digest.Digest.Applied;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Waiting;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.Robots;
import reroll.bot.series.Reception;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;

/** Makes the digest of some lists and one window. Used once, by one thread. */
public final class DigestBuilder {
  /** Who has waited less is not waiting yet; who has waited longer is waiting no more. */
  static final Duration WAITS_AFTER = Duration.ofDays(7);

  static final Duration WAITS_UNTIL = Duration.ofDays(60);

  private static final Comparator<Revision> NEWEST_FIRST =
      Comparator.comparing(Revision::began).thenComparingLong(Revision::number).reversed();

  private final Scope scope;
  private final Window window;
  private final Selection selection;
  private final ContributorTables tables;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Applied> applied = new ArrayList<>();
  private final List<Revision> pulls = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /** Of all revisions. */
  public DigestBuilder(Scope scope, Window window, Mailmap mailmap, boolean robotsToo) {
    this(scope, window, Selection.ALL, mailmap, robotsToo);
  }

  public DigestBuilder(
      Scope scope, Window window, Selection selection, Mailmap mailmap, boolean robotsToo) {
    this.scope = scope;
    this.window = window;
    this.selection = selection;
    this.tables = new ContributorTables(mailmap, robotsToo);
  }

  public Digest build(Collection<Series> all) {
    all.forEach(this::take);
    entries.sort(Comparator.comparing(Entry::revision, NEWEST_FIRST));
    applied.sort(Comparator.comparing(a -> a.note().at(), Comparator.reverseOrder()));
    pulls.sort(NEWEST_FIRST);
    waiting.sort(Comparator.comparing(Waiting::since).reversed());
    return new Digest(
        scope.name(),
        window,
        selection.filter(),
        tables.totals(),
        tables.topDomains(),
        tables.topPeople(),
        tables.leftOut(),
        entries,
        applied,
        pulls,
        waiting);
  }

  private void take(Series series) {
    SeriesInWindow inWindow = new SeriesInWindow(series, scope, window);
    List<Revision> posted =
        inWindow.known().stream()
            .filter(r -> selection.holds(r) && !inWindow.arrivals(r).isEmpty())
            .toList();
    if (posted.stream().anyMatch(Revision::isPull)) {
      pulls.add(posted.get(posted.size() - 1));
    } else {
      posted.stream()
          .filter(revision -> !inWindow.isRepeated(revision))
          .forEach(revision -> entries.add(inWindow.entry(revision)));
      count(inWindow, posted);
    }
    takeApplied(inWindow);
    takeWaiting(inWindow, series);
  }

  /** What is sent once more counts once. */
  private void count(SeriesInWindow inWindow, List<Revision> posted) {
    Set<List<Object>> counted = new HashSet<>();
    for (Revision revision : posted) {
      tables.countSeries(revision);
      for (TrackedMail mail : inWindow.arrivals(revision)) {
        boolean cover = revision.cover().filter(c -> c == mail).isPresent();
        if (!cover && counted.add(identity(revision, mail))) {
          tables.count(mail.mail());
        }
      }
    }
  }

  private static List<Object> identity(Revision revision, TrackedMail mail) {
    PatchSubject subject = mail.mail().subject();
    return List.of(
        revision.version(), subject.rfc(), subject.trees(), mail.counter(), subject.title());
  }

  /** One line a series: the newest revision, and of its notes one that speaks of all of it. */
  private void takeApplied(SeriesInWindow inWindow) {
    List<Applied> notes = new ArrayList<>();
    for (Revision revision : inWindow.known().stream().filter(selection::holds).toList()) {
      revision.reception().applied().stream()
          .filter(note -> window.holds(note.at()))
          .reduce((a, b) -> a.applied().subset() && !b.applied().subset() ? b : a)
          .ifPresent(note -> notes.add(new Applied(revision, note)));
    }
    if (!notes.isEmpty()) {
      applied.add(notes.get(notes.size() - 1));
    }
  }

  private void takeWaiting(SeriesInWindow inWindow, Series series) {
    List<Revision> known = inWindow.known();
    if (known.isEmpty()) {
      return;
    }
    boolean nothingLater = series.latest().began().isBefore(window.to());
    Revision latest = nothingLater ? series.latest() : known.get(known.size() - 1);
    Duration since = Duration.between(latest.began(), window.to());
    if (isOpen(latest)
        && scope.holds(latest)
        && selection.holds(latest)
        && since.compareTo(WAITS_AFTER) >= 0
        && since.compareTo(WAITS_UNTIL) <= 0) {
      waiting.add(new Waiting(latest, since));
    }
  }

  /** Nobody had answered when the window ended, and somebody should. */
  private boolean isOpen(Revision revision) {
    Reception reception = revision.reception();
    boolean silent =
        Stream.of(
                reception.answered().stream(),
                reception.withdrawn().stream(),
                reception.applied().stream().map(AppliedNote::at))
            .flatMap(times -> times)
            .noneMatch(at -> at.isBefore(window.to()));
    return silent
        && !revision.isPull()
        && !revision.isStable()
        && !Robots.isRobot(revision.author());
  }
}
