package reroll.bot.series;

import java.time.Duration;
import java.util.Optional;

/**
 * When a likeness is enough to hold one revision for the reroll of another. One rule a kind of
 * step; the numbers were chosen on real lists with what authors state hidden (see docs of the
 * benchmark), where a wrong merge cost more than ten misses.
 */
final class LinkRules {
  /** Who goes on counting under another name does so within this time. */
  private static final Duration COUNTED_ON = Duration.ofDays(45);

  private static final Duration AT_ONCE = Duration.ofDays(3);

  /** Who forgets to count posts the next version within this time. */
  private static final Duration NOT_COUNTED = Duration.ofDays(30);

  /** Who notices that a posting broke off sends it again within this time. */
  private static final Duration BROKE_OFF = Duration.ofDays(1);

  private LinkRules() {}

  static boolean accept(
      Revision revision, Revision prior, Step step, Likeness like, boolean thread) {
    boolean alike =
        like.gap().compareTo(Candidates.LOOK_BACK) > 0
            ? isTakenUp(revision, step, like)
            : (thread && addsTo(revision, prior)) || isAlike(revision, prior, step, like, thread);
    return alike && (outweighsChangeIds(step, like) || !contradicts(revision, prior));
  }

  private static boolean isAlike(
      Revision revision, Revision prior, Step step, Likeness like, boolean thread) {
    return switch (step) {
      case NEXT, LATER ->
          like.sameAuthor()
              ? up(like, step, thread) || (step == Step.NEXT && counts(revision, prior, like))
              : takenOver(revision, step, like);
      case FROM_RFC -> like.sameAuthor() && fromRfc(like, thread, ofOneSize(revision, prior));
      case AGAIN ->
          like.sameAuthor() && (again(revision, prior, like) || brokeOff(revision, prior, like));
      case DELAYED -> like.sameAuthor() && like.sameTitle();
      case RESTART -> like.sameAuthor() && restart(revision, prior, like);
    };
  }

  /** Goes on after a year or more: the number goes up, and the work is still called the same. */
  private static boolean isTakenUp(Revision revision, Step step, Likeness like) {
    boolean named = like.sameTitle() && !like.generic();
    boolean parts = like.patchShare() >= 0.5 && like.content() > 0.3;
    return step.goesUp()
        && (like.sameAuthor()
            ? (named && like.sharedFiles() > 0) || parts
            : takenOver(revision, step, like) && (named || parts));
  }

  /**
   * Whether neither can be only a part of the other. Of a posting that went to several lists each
   * shows some patches: one of a maintainer's 300 is no new version of the single patch that it
   * equals. What is not here is held to be alike where both announce about as many.
   */
  private static boolean ofOneSize(Revision a, Revision b) {
    int more = Math.max(a.total(), b.total());
    return 2 * Math.min(a.total(), b.total()) >= more || (isMostlyHere(a) && isMostlyHere(b));
  }

  private static boolean isMostlyHere(Revision revision) {
    return 2 * revision.received() >= revision.total();
  }

  /** Some authors set a series up anew in b4 and go on counting, or keep its title. */
  private static boolean outweighsChangeIds(Step step, Likeness like) {
    return (like.sameTitle() && like.sharedPatches() > 0 && like.content() > 0.2)
        || (step == Step.NEXT && like.patchShare() >= 0.5 && like.content() > 0.4);
  }

  /** Two ids given by b4 that differ: mostly two series, now and then one that was set up anew. */
  private static boolean contradicts(Revision a, Revision b) {
    Optional<String> left = changeId(a);
    Optional<String> right = changeId(b);
    return left.isPresent() && right.isPresent() && !left.equals(right);
  }

  private static Optional<String> changeId(Revision revision) {
    for (TrackedMail mail : revision.mails()) {
      if (mail.mail().changeId().isPresent()) {
        return mail.mail().changeId();
      }
    }
    return Optional.empty();
  }

  /** The same author, a higher version. */
  private static boolean up(Likeness like, Step step, boolean thread) {
    boolean next = step == Step.NEXT;
    boolean related = like.sharedPatches() > 0 || like.sharedFiles() > 0 || like.content() > 0.1;
    if (like.sameTitle()) {
      return !like.generic() || related;
    }
    if (thread && (related || like.titleWords() > 0.3)) {
      return true;
    }
    if (like.sharedPatches() > 0 && (like.patchShare() >= 0.3 || like.content() > 0.2)) {
      return true;
    }
    return like.otherFiles() ? next && isRetitled(like) : isRewritten(like, next, related);
  }

  /**
   * Few series come to a third version: the number alone says much of what it follows, most of all
   * soon after and for the same files. The more files are the same, the less of the title has to
   * be.
   */
  private static boolean counts(Revision revision, Revision prior, Likeness like) {
    boolean named = like.titleWords() >= 0.5 && (like.sharedFiles() > 0 || like.content() > 0.1);
    boolean placed = like.titleWords() >= 0.4 && 2 * like.sharedFiles() >= like.moreFiles();
    return revision.version().major() > 2 && (named || placed || isNear(revision, prior, like));
  }

  /** The sooner it comes, the fewer files have to be the same. */
  private static boolean isNear(Revision revision, Revision prior, Likeness like) {
    boolean most =
        2 * like.sharedFiles() >= like.moreFiles() && like.gap().compareTo(COUNTED_ON) <= 0;
    boolean some =
        like.fileShare() >= 0.5
            && 4 * like.sharedFiles() >= like.moreFiles()
            && like.gap().compareTo(AT_ONCE) <= 0;
    return like.titleWords() >= 0.1
        && like.sharedFiles() > 0
        && (most || some)
        && isMostlyHere(revision)
        && isMostlyHere(prior);
  }

  /** The same files, as far as is known, under another title and with other patches. */
  private static boolean isRewritten(Likeness like, boolean next, boolean related) {
    if (like.titleWords() >= 0.6 && (related || next)) {
      return true;
    }
    if (next && like.sameFiles() && like.titleWords() >= 0.35) {
      return true;
    }
    if (next && isLikeEnough(like)) {
      return true;
    }
    boolean swallowed = like.overlap() > 0.5 && like.titleWords() >= 0.2;
    return like.content() > (next ? 0.25 : 0.4) || (next && like.content() > 0.1 && swallowed);
  }

  /** Code that is a little alike, where files or titles say the same. */
  private static boolean isLikeEnough(Likeness like) {
    boolean nearlyAll = 10 * like.sharedFiles() >= 9 * like.moreFiles();
    boolean most = 2 * like.sharedFiles() >= like.moreFiles() && like.titleWords() >= 0.35;
    boolean named = like.titleWords() >= 0.4;
    return ((nearlyAll || named) && like.content() > 0.2) || (most && like.content() > 0.12);
  }

  /**
   * Whether words were only added to a title, or taken away. Where one thing is done to many
   * drivers in turn, titles and even changes are alike too, but each title names its own driver.
   */
  private static boolean isRetitled(Likeness like) {
    return like.titleWords() >= 0.6 && like.titleWithin();
  }

  /** Another author, a higher version; the more of its names are the same, the less of its code. */
  private static boolean takenOver(Revision revision, Step step, Likeness like) {
    boolean most = like.patchShare() >= 0.5;
    if (step != Step.NEXT) {
      return (most || like.sameTitle()) && like.content() > 0.5;
    }
    boolean sameWork = most && like.sameTitle() && !like.generic();
    boolean countsOn = revision.version().major() > 2 && like.titleWords() >= 0.7;
    return like.content() > (sameWork || countsOn ? 0.2 : 0.3)
        && (most || like.sameTitle() || countsOn);
  }

  private static boolean fromRfc(Likeness like, boolean thread, boolean ofOneSize) {
    boolean related = like.sharedPatches() > 0 || like.sharedFiles() > 0 || thread;
    if (like.sameTitle()) {
      return !like.generic() || related;
    }
    boolean most = like.mostPatches() && like.content() > 0.2;
    boolean alike = most || (like.content() > 0.4 && !like.otherFiles());
    return ofOneSize && (alike || (like.titleWords() >= 0.6 && related));
  }

  /** The same version: sent twice, sent again, or sent anew without counting. */
  private static boolean again(Revision revision, Revision prior, Likeness like) {
    if (revision.isResent()) {
      return like.sameTitle() || like.patchShare() >= 0.5;
    }
    boolean samePatches = like.mostPatches() && like.content() > 0.3;
    return (like.sameTitle() && (samePatches || like.content() > 0.5))
        || isNotCounted(revision, prior, like)
        || (samePatches && like.content() > 0.5 && ofOneSize(revision, prior));
  }

  /** Sent anew soon with the same name and for the same files, whatever has become of the code. */
  private static boolean isNotCounted(Revision revision, Revision prior, Likeness like) {
    return like.sameTitle()
        && !like.generic()
        && like.sharedFiles() > 0
        && revision.total() == prior.total()
        && like.gap().compareTo(NOT_COUNTED) <= 0;
  }

  /** A posting that stopped half-way and was sent whole soon after, or the other way round. */
  private static boolean brokeOff(Revision revision, Revision prior, Likeness like) {
    return like.sameTitle()
        && revision.total() == prior.total()
        && !(revision.isComplete() && prior.isComplete())
        && like.sharedPatches() == like.fewerPatches()
        && (like.sharedPatches() > 0 || !like.generic())
        && like.gap().compareTo(BROKE_OFF) <= 0;
  }

  /** {@code v10.1 3.5/15} below {@code v10 0/15}: the numbers say it, whoever sent it. */
  private static boolean addsTo(Revision revision, Revision prior) {
    return revision.version().minor() > 0
        && revision.version().major() == prior.version().major()
        && revision.total() == prior.total();
  }

  /**
   * Counted anew after higher versions. Who only forgot to count keeps the title, or at least three
   * quarters of the patches. What shares fewer with a longer series was split off it, or is what a
   * maintainer passes on: another name and a first version say that it is another series.
   */
  private static boolean restart(Revision revision, Revision prior, Likeness like) {
    if (like.sameTitle()) {
      return like.content() > 0.4 || (!like.generic() && like.sameFiles());
    }
    int announced = Math.max(revision.total(), prior.total());
    return 4 * like.sharedPatches() >= 3 * announced && like.content() > 0.4;
  }
}
