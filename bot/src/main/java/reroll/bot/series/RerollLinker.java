package reroll.bot.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;

/**
 * Decides which earlier revision a revision follows, on evidence. What authors state counts first;
 * what only looks so has to look so in more than one way, for a false merge is worse than a miss.
 */
final class RerollLinker {
  /** Of revisions with the same change-id, the ones learned last are looked at. */
  private static final int MAX_BY_CHANGE_ID = 100;

  private final SeriesIndex index;
  private final Candidates candidates;
  private final KeptApart apart;

  RerollLinker(SeriesIndex index, Candidates candidates, KeptApart apart) {
    this.index = index;
    this.candidates = candidates;
    this.apart = apart;
  }

  /** A found predecessor; {@code score} orders several. */
  private record Match(Link link, double score) {}

  /** Of equally good ones the first one, so that the order of comparing decides nothing. */
  private static final Comparator<Match> BY_SCORE =
      Comparator.comparingDouble(Match::score)
          .thenComparing(match -> match.link().to(), Revision.BY_ARRIVAL.reversed());

  /**
   * All revisions that the author of {@code revision} states in some of its mails to come before
   * it: by b4's change-id, or by a link that names the target's version rightly.
   */
  List<Link> stated(Revision revision, List<TrackedMail> mails) {
    Map<Revision, List<LinkEvidence>> found = new TreeMap<>(Revision.BY_ARRIVAL);
    for (TrackedMail mail : mails) {
      mail.mail().changeId().ifPresent(id -> addWithChangeId(id, revision, found));
      for (EarlierVersion earlier : mail.mail().earlier()) {
        index
            .mail(earlier.id())
            .filter(target -> confirms(target, earlier, revision))
            .ifPresent(
                target -> add(found, target.revision(), new LinkEvidence.StatedLink(earlier.id())));
      }
    }
    return found.entrySet().stream().map(e -> new Link(e.getKey(), e.getValue())).toList();
  }

  private void addWithChangeId(
      String id, Revision revision, Map<Revision, List<LinkEvidence>> found) {
    List<Revision> same = index.withChangeId(id);
    for (Revision other : same.subList(Math.max(0, same.size() - MAX_BY_CHANGE_ID), same.size())) {
      if (other.cameBefore(revision)) {
        add(found, other, new LinkEvidence.ChangeId(id));
      }
    }
  }

  private static void add(
      Map<Revision, List<LinkEvidence>> found, Revision other, LinkEvidence evidence) {
    List<LinkEvidence> all = found.computeIfAbsent(other, o -> new ArrayList<>());
    if (!all.contains(evidence)) {
      all.add(evidence);
    }
  }

  /**
   * Whether a link leads to what its label says. People paste links to other series too, so a link
   * whose label is missing or wrong needs a likeness beside it.
   */
  private static boolean confirms(TrackedMail target, EarlierVersion link, Revision revision) {
    Revision other = target.revision();
    if (other == revision || other.isPull() != revision.isPull()) {
      return false;
    }
    boolean named =
        link.version().isPresent()
            && isOfVersion(target, link.version().get())
            && (revision.version().isAfter(other.version()) || other.isRfc());
    if (named) {
      return true;
    }
    Likeness likeness = Likeness.of(other, revision);
    return likeness.sameAuthor()
        && (likeness.sameTitle() || likeness.sharedPatches() > 0 || likeness.content() > 0.2);
  }

  /** What an author calls an earlier version, or what a person said that it is. */
  private static boolean isOfVersion(TrackedMail mail, Version version) {
    return version.equals(mail.mail().version()) || version.equals(mail.revision().version());
  }

  /** The revision that {@code revision} looks most like a reroll of. */
  Optional<Link> likeliest(Revision revision) {
    List<TrackedMail> thread = inThread(revision);
    Optional<Match> best = Optional.empty();
    for (Series series : candidates.seriesFor(revision, thread)) {
      if (!apart.forbids(revision.series(), series)) {
        best = better(best, match(revision, series, thread));
      }
    }
    return best.map(Match::link);
  }

  /** Whether {@code revision} looks like a reroll of {@code prior}, seen by themselves. */
  boolean mayFollow(Revision revision, Revision prior) {
    return prior.cameBefore(revision)
        && match(revision, prior, parentIn(prior.series(), inThread(revision))).isPresent();
  }

  /** The tracked mails that a mail of this revision answers, outside the revision. */
  private List<TrackedMail> inThread(Revision revision) {
    return revision.mails().stream()
        .flatMap(mail -> mail.mail().parents().stream())
        .distinct()
        .map(index::mail)
        .flatMap(Optional::stream)
        .filter(parent -> parent.revision().cameBefore(revision))
        .toList();
  }

  private static Optional<Match> better(Optional<Match> a, Optional<Match> b) {
    return a.isEmpty() || (b.isPresent() && BY_SCORE.compare(b.get(), a.get()) > 0) ? b : a;
  }

  /** Nearly all candidates are unlike the revision, so that is asked before what is about all. */
  private static Optional<Match> match(Revision revision, Series series, List<TrackedMail> thread) {
    List<Revision> past = series.before(revision);
    if (past.isEmpty()) {
      return Optional.empty();
    }
    Optional<MessageId> parent = parentIn(series, thread);
    Version before = versionBefore(revision.version(), past);
    Optional<Match> best = best(revision, past, before, parent);
    if (best.isEmpty() && isMinor(before, past, revision)) {
      List<Revision> whole = past.stream().filter(p -> before.isAfter(p.version())).toList();
      best =
          whole.isEmpty()
              ? best
              : best(revision, whole, versionBefore(revision.version(), whole), parent);
    }
    return best.isPresent() && canGoOn(past, revision, best.get()) ? best : Optional.empty();
  }

  private static Optional<Match> best(
      Revision revision, List<Revision> past, Version wanted, Optional<MessageId> parent) {
    Optional<Match> best = Optional.empty();
    for (Revision prior : past) {
      if (prior.version().equals(wanted)) {
        best = better(best, match(revision, prior, parent));
      }
    }
    return best;
  }

  /**
   * Whether only a few patches were posted of a version: the next whole one is then like the whole
   * one before.
   */
  private static boolean isMinor(Version version, List<Revision> past, Revision revision) {
    for (Revision prior : past) {
      if (2 * prior.total() >= revision.total() && prior.version().equals(version)) {
        return false;
      }
    }
    return true;
  }

  /** Whether what a series became can have {@code revision} for its next version. */
  private static boolean canGoOn(List<Revision> past, Revision revision, Match match) {
    Revision latest = Series.latest(past);
    return revision.isPull() == latest.isPull()
        && revision.isStable() == latest.isStable()
        && !areForOtherTrees(revision, latest)
        && (isPlain(match.link().to(), revision) || !isVersionTaken(revision, past));
  }

  /** Nobody would take them for anything else than two versions of one piece of work. */
  private static boolean isPlain(Revision prior, Revision revision) {
    Likeness like = Likeness.of(prior, revision);
    return like.sameTitle() && like.mostPatches() && like.content() > 0.5;
  }

  private static Optional<MessageId> parentIn(Series series, List<TrackedMail> thread) {
    for (TrackedMail parent : thread) {
      if (parent.revision().series() == series) {
        return Optional.of(parent.id());
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> match(
      Revision revision, Revision prior, Optional<MessageId> parent) {
    Step step = Step.between(prior, revision);
    Likeness likeness = Likeness.of(prior, revision);
    if (!LinkRules.accept(revision, prior, step, likeness, parent.isPresent())) {
      return Optional.empty();
    }
    Link link = new Link(prior, likeness.evidence(prior, parent));
    return Optional.of(new Match(link, score(likeness, step, parent.isPresent())));
  }

  /** Whether the series has this version already, no smaller and about something else: a split. */
  private static boolean isVersionTaken(Revision revision, List<Revision> past) {
    for (Revision other : past) {
      if (other.version().equals(revision.version())
          && other.isRfc() == revision.isRfc()
          && other.total() >= revision.total()
          && isUnlike(Likeness.of(other, revision))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnlike(Likeness like) {
    return !like.sameTitle() && like.sharedPatches() == 0 && like.content() < 0.1;
  }

  /** Work that is done again for another kernel release is another series. */
  private static boolean areForOtherTrees(Revision a, Revision b) {
    List<String> left = a.head().mail().subject().trees();
    List<String> right = b.head().mail().subject().trees();
    boolean comparable = a.isStable() || (!left.isEmpty() && !right.isEmpty());
    boolean countedAnew = !left.isEmpty() && !a.version().isAfter(b.version());
    return (comparable || countedAnew) && !left.equals(right);
  }

  /**
   * The version whose postings one of {@code version} can follow: the highest lower one, else that
   * of the latest.
   */
  private static Version versionBefore(Version version, List<Revision> past) {
    Optional<Version> highest = Optional.empty();
    for (Revision other : past) {
      if (version.isAfter(other.version())
          && (highest.isEmpty() || other.version().isAfter(highest.get()))) {
        highest = Optional.of(other.version());
      }
    }
    return highest.isPresent() ? highest.get() : Series.latest(past).version();
  }

  private static double score(Likeness likeness, Step step, boolean thread) {
    double title = likeness.sameTitle() ? 1 : likeness.titleWords();
    return 3 * title * title
        + 1.5 * likeness.patchShare()
        + 2 * likeness.content()
        + 0.5 * likeness.fileShare()
        + (likeness.sameAuthor() ? 1 : 0)
        + (thread ? 1 : 0)
        + (step == Step.NEXT ? 1 : step == Step.LATER ? 0.3 : 0)
        - likeness.gap().toDays() / 1000.0;
  }
}
