package reroll.bot.digest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * What happened on one or more lists in a window. Holds living revisions, so it is shown where it
 * was built and not kept.
 *
 * @param list what people call the list, or the lists
 * @param filter by which revisions were chosen, as people say it; empty where all are
 * @param topDomains and {@code topPeople}, most patches first
 * @param leftOut patches for stable kernels or by robots, which are in no table
 * @param entries newest first
 * @param applied in the window
 * @param pulls newest first
 * @param waiting longest first
 */
public record Digest(
    String list,
    Window window,
    String filter,
    Totals totals,
    List<Count> topDomains,
    List<Count> topPeople,
    LeftOut leftOut,
    List<Entry> entries,
    List<Applied> applied,
    List<Revision> pulls,
    List<Waiting> waiting) {

  /** Whether nothing happened that would be worth a post of its own. */
  public boolean isQuiet() {
    return entries.isEmpty() && applied.isEmpty() && pulls.isEmpty();
  }

  /**
   * How much there was, robots and stable reviews aside.
   *
   * @param patches covers aside
   * @param series of which anything was posted, whatever the number of revisions
   * @param people how many authors
   * @param domains of their addresses
   */
  public record Totals(int patches, int series, int people, int domains) {}

  /** So many patches of one domain or person. */
  public record Count(String label, int patches) {}

  /** What the tables leave out. */
  public record LeftOut(int stable, int robots) {}

  /** How a revision stands at the end of the window. */
  public enum Standing {
    /** The first that is known of its series. */
    NEW,
    /** Follows an earlier revision. */
    REROLL,
    /** The same version once more. */
    RESENT,
    /** Only some patches of a version, for an earlier one. */
    PARTIAL,
    /** Began before the window; more of it came. */
    LATE,
    /** Followed by another before the window ended. */
    SKIPPED,
    /** Its author asked not to look at it. */
    WITHDRAWN
  }

  /**
   * One revision.
   *
   * @param resent whether it was posted before within the window; that posting has no entry
   * @param before what it follows
   * @param after what replaced it
   * @param patches those that arrived before the window ended, by their counters
   */
  public record Entry(
      Revision revision,
      Standing standing,
      boolean resent,
      Optional<Revision> before,
      Optional<Revision> after,
      List<TrackedMail> patches) {

    /** How many of the announced patches had arrived. */
    int received() {
      return (int)
          patches.stream()
              .filter(patch -> patch.counter().filter(Counter::isAddition).isEmpty())
              .count();
    }

    boolean isComplete() {
      return received() >= revision.total();
    }
  }

  /** A series that somebody said to have applied. */
  public record Applied(Revision revision, AppliedNote note) {}

  /** A revision without an answer. */
  public record Waiting(Revision revision, Duration since) {}
}
