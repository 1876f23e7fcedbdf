package reroll.bot.digest;

import reroll.bot.series.Revision;

/** What became of work that was taken: patches are applied to a tree, a pull is merged into it. */
public final class TakenWords {
  private TakenWords() {}

  /** {@code applied}; of a pull request {@code merged}. */
  public static String taken(Revision revision) {
    return revision.isPull() ? "merged" : "applied";
  }

  /** What stands between that and the tree. */
  public static String into(Revision revision) {
    return revision.isPull() ? " into " : " to ";
  }
}
