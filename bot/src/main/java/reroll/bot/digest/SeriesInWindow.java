package reroll.bot.digest;

import java.util.List;
import java.util.Optional;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Standing;
import reroll.bot.mail.Version;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;

/**
 * One series as it stood when a window ended. What arrived later is not known yet, so that a window
 * always reads the same. Immutable.
 */
final class SeriesInWindow {
  private final Scope scope;
  private final Window window;
  private final List<Revision> known;

  SeriesInWindow(Series series, Scope scope, Window window) {
    this.scope = scope;
    this.window = window;
    this.known = series.revisions().stream().filter(this::isKnown).toList();
  }

  private boolean isKnown(Revision revision) {
    return revision.began().isBefore(window.to()) && scope.holds(revision);
  }

  /** Its revisions, in order of arrival. */
  List<Revision> known() {
    return known;
  }

  /** The mails of a revision that arrived on the lists in the window. */
  List<TrackedMail> arrivals(Revision revision) {
    return revision.mails().stream()
        .filter(mail -> scope.holds(mail) && window.holds(mail.arrival()))
        .toList();
  }

  /** Whether the same version was posted once more in the window; that posting speaks for both. */
  boolean isRepeated(Revision revision) {
    return known.stream().anyMatch(copy -> isCopy(copy, revision) && !arrivals(copy).isEmpty());
  }

  Entry entry(Revision revision) {
    Revision first = firstPosting(revision);
    Optional<Revision> before = followed(first);
    Optional<Revision> after = successor(revision);
    return new Entry(
        revision,
        standing(revision, first, before, after),
        first != revision,
        before,
        after,
        revision.patches().stream()
            .filter(patch -> patch.arrival().at().isBefore(window.to()))
            .toList());
  }

  /** The first posting of this version in the window. */
  private Revision firstPosting(Revision revision) {
    return known.stream()
        .filter(other -> isCopy(revision, other) && !arrivals(other).isEmpty())
        .findFirst()
        .orElse(revision);
  }

  /** What it follows, wherever that was posted: another list, or an archive that was asked. */
  private Optional<Revision> followed(Revision revision) {
    return revision.link().map(Link::to).filter(before -> before.began().isBefore(window.to()));
  }

  /** Whether all of a version was posted once more. */
  private boolean isCopy(Revision copy, Revision original) {
    return cameBefore(original, copy)
        && isSameVersion(copy, original)
        && !copy.isPartial()
        && copy.received() >= original.received();
  }

  private static boolean isSameVersion(Revision a, Revision b) {
    return a.version().equals(b.version()) && a.isRfc() == b.isRfc() && isForSameTree(a, b);
  }

  /** A backport to another tree replaces nothing. */
  private static boolean isForSameTree(Revision a, Revision b) {
    return a.head().mail().subject().trees().equals(b.head().mail().subject().trees());
  }

  /** The newest whole revision that takes this one's place. */
  private Optional<Revision> successor(Revision revision) {
    return known.stream()
        .filter(other -> !other.isPartial() && isForSameTree(other, revision))
        .filter(other -> replaces(other, revision) || outran(other, revision))
        .reduce((a, b) -> b);
  }

  private boolean replaces(Revision other, Revision revision) {
    boolean follows = other.link().filter(link -> isOrRepeats(revision, link.to())).isPresent();
    return cameBefore(revision, other)
        && !isSameVersion(other, revision)
        && (follows || isHigher(other, revision));
  }

  /** A later version may name an earlier one than this as what it follows. */
  private static boolean isHigher(Revision other, Revision revision) {
    return other.version().isAfter(revision.version())
        && other.isRfc() == revision.isRfc()
        && other.title().equalsIgnoreCase(revision.title());
  }

  private boolean cameBefore(Revision a, Revision b) {
    return known.indexOf(a) < known.indexOf(b);
  }

  /** What follows a revision follows its resent copy, too. */
  private static boolean isOrRepeats(Revision revision, Revision original) {
    return revision == original
        || (revision.series() == original.series() && isSameVersion(revision, original));
  }

  /** Mail that was late: v3 came when v4 was here. A restart at v1 is no such thing. */
  private boolean outran(Revision other, Revision revision) {
    return cameBefore(other, revision)
        && other.version().isAfter(revision.version())
        && revision.version().isAfter(Version.FIRST)
        && other.isRfc() == revision.isRfc();
  }

  private Standing standing(
      Revision revision, Revision first, Optional<Revision> before, Optional<Revision> after) {
    if (after.isPresent()) {
      return Standing.SKIPPED;
    }
    if (revision.reception().withdrawn().filter(at -> at.isBefore(window.to())).isPresent()) {
      return Standing.WITHDRAWN;
    }
    if (isLate(revision)) {
      return Standing.LATE;
    }
    if (known.stream().anyMatch(other -> isCopy(first, other))) {
      return Standing.RESENT;
    }
    if (before.isEmpty()) {
      return first.isResent() ? Standing.RESENT : Standing.NEW;
    }
    return revision.isPartial() ? Standing.PARTIAL : Standing.REROLL;
  }

  /** It began before the window, and more of it came. */
  private boolean isLate(Revision revision) {
    return !window.holds(revision.head().arrival())
        && revision.mails().stream().anyMatch(mail -> window.isAfter(mail.arrival()));
  }
}
