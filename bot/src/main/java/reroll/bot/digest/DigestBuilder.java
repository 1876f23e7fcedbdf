package reroll.bot.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.bot.digest.Digest.Applied;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Standing;
import reroll.bot.digest.Digest.Waiting;
import reroll.bot.mail.Robots;
import reroll.bot.series.Reception;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;

/** Makes the digest of one list and one window. Used once, by one thread. */
public final class DigestBuilder {
  /** Who has waited less is not waiting yet; who has waited longer is waiting no more. */
  static final Duration WAITS_AFTER = Duration.ofDays(7);

  static final Duration WAITS_UNTIL = Duration.ofDays(60);

  private static final Comparator<Revision> NEWEST_FIRST =
      Comparator.comparing(Revision::began).thenComparingLong(Revision::number).reversed();

  private final String list;
  private final Window window;
  private final ContributorTables tables;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Applied> applied = new ArrayList<>();
  private final List<Revision> pulls = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  public DigestBuilder(String list, Window window, Mailmap mailmap, boolean robotsToo) {
    this.list = list;
    this.window = window;
    this.tables = new ContributorTables(mailmap, robotsToo);
  }

  public Digest build(Collection<Series> all) {
    all.forEach(this::take);
    entries.sort(Comparator.comparing(Entry::revision, NEWEST_FIRST));
    applied.sort(Comparator.comparing(a -> a.note().at(), Comparator.reverseOrder()));
    pulls.sort(NEWEST_FIRST);
    waiting.sort(Comparator.comparing(Waiting::since).reversed());
    return new Digest(
        list,
        window,
        tables.patches(),
        tables.people(),
        tables.domains(),
        tables.topDomains(),
        tables.topPeople(),
        tables.leftOut(),
        entries,
        applied,
        pulls,
        waiting);
  }

  private void take(Series series) {
    List<Revision> known = series.revisions().stream().filter(this::isKnown).toList();
    Set<String> counted = new HashSet<>();
    for (Revision revision : known) {
      List<TrackedMail> inside = inside(revision);
      if (!inside.isEmpty()) {
        takeInside(revision, inside, known, counted);
      }
      takeApplied(revision);
    }
    if (!known.isEmpty()) {
      takeWaiting(known.get(known.size() - 1), series);
    }
  }

  /** What arrived behind the window is not known yet, so that a window always reads the same. */
  private boolean isKnown(Revision revision) {
    return revision.began().isBefore(window.to()) && isOnList(revision);
  }

  private boolean isOnList(Revision revision) {
    return revision.mails().stream().anyMatch(mail -> mail.lists().contains(list));
  }

  private List<TrackedMail> inside(Revision revision) {
    return revision.mails().stream()
        .filter(mail -> mail.lists().contains(list) && window.holds(mail.arrival()))
        .toList();
  }

  private void takeInside(
      Revision revision, List<TrackedMail> inside, List<Revision> known, Set<String> counted) {
    if (revision.isPull()) {
      pulls.add(revision);
      return;
    }
    boolean late =
        inside.size() < revision.mails().size() && !window.holds(revision.head().arrival());
    Entry entry = entry(revision, known, late);
    entries.add(entry);
    for (TrackedMail mail : inside) {
      boolean cover = revision.cover().filter(c -> c == mail).isPresent();
      String patch = revision.version() + " " + mail.mail().subject().title();
      if (!cover && counted.add(patch)) {
        tables.count(mail.mail());
      }
    }
  }

  private static Entry entry(Revision revision, List<Revision> known, boolean late) {
    Optional<Revision> before = revision.link().map(link -> link.to());
    Optional<Revision> after =
        known.stream()
            .filter(r -> r.link().map(link -> isOrRepeats(revision, link.to())).orElse(false))
            .filter(revision::cameBefore)
            .filter(r -> !r.isPartial() && !r.version().equals(revision.version()))
            .reduce((a, b) -> b);
    return new Entry(revision, standing(revision, before, after, late), before, after);
  }

  /** What follows a revision follows its resent copy, too. */
  private static boolean isOrRepeats(Revision revision, Revision original) {
    return revision == original
        || (revision.isResent()
            && revision.series() == original.series()
            && revision.version().equals(original.version())
            && revision.isRfc() == original.isRfc());
  }

  private static Standing standing(
      Revision revision, Optional<Revision> before, Optional<Revision> after, boolean late) {
    if (after.isPresent()) {
      return Standing.SKIPPED;
    }
    if (revision.reception().withdrawn().isPresent()) {
      return Standing.WITHDRAWN;
    }
    if (late) {
      return Standing.LATE;
    }
    if (before.isEmpty()) {
      return revision.isResent() ? Standing.RESENT : Standing.NEW;
    }
    if (revision.isPartial()) {
      return Standing.PARTIAL;
    }
    return before.get().version().equals(revision.version())
            && before.get().isRfc() == revision.isRfc()
        ? Standing.RESENT
        : Standing.REROLL;
  }

  private void takeApplied(Revision revision) {
    for (Reception.AppliedNote note : revision.reception().applied()) {
      if (!note.at().isBefore(window.from()) && note.at().isBefore(window.to())) {
        applied.add(new Applied(revision, note));
        return;
      }
    }
  }

  private void takeWaiting(Revision last, Series series) {
    Revision latest = series.latest().began().isBefore(window.to()) ? series.latest() : last;
    Duration since = Duration.between(latest.began(), window.to());
    boolean answered = latest.reception().answers() > 0 || !latest.reception().applied().isEmpty();
    boolean open = latest.reception().withdrawn().isEmpty() && !latest.isPull();
    boolean human = !latest.isStable() && !Robots.isRobot(latest.author());
    if (!answered
        && open
        && human
        && isOnList(latest)
        && since.compareTo(WAITS_AFTER) >= 0
        && since.compareTo(WAITS_UNTIL) <= 0) {
      waiting.add(new Waiting(latest, since));
    }
  }
}
