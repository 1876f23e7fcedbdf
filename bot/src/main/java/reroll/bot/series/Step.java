package reroll.bot.series;

import java.time.Duration;
import reroll.bot.mail.Version;

/** How the versions of two revisions stand to each other. */
enum Step {
  /** The next version. */
  NEXT,
  /** A later version, with others between that were not seen. */
  LATER,
  /** The same version again. */
  AGAIN,
  /** A patch after a request for comments, counted anew. */
  FROM_RFC,
  /** A lower version, long after the higher one. */
  RESTART,
  /** A lower version that was only delayed. */
  DELAYED;

  /** A lower version that arrives within this time was delayed; later, its author starts anew. */
  private static final Duration DELAY = Duration.ofDays(2);

  /** From a revision to one that came after it. */
  static Step between(Revision prior, Revision revision) {
    Version version = revision.version();
    if (version.isAfter(prior.version())) {
      return version.major() == prior.version().major() + 1 ? NEXT : LATER;
    }
    if (prior.isRfc() && !revision.isRfc()) {
      return FROM_RFC;
    }
    if (version.equals(prior.version())) {
      return AGAIN;
    }
    Duration gap = Duration.between(prior.began(), revision.began());
    return gap.compareTo(DELAY) <= 0 ? DELAYED : RESTART;
  }

  boolean goesUp() {
    return this == NEXT || this == LATER;
  }
}
