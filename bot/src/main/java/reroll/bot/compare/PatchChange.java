package reroll.bot.compare;

/** How a patch differs from what it was in an earlier posting. */
public enum PatchChange {
  /** Code and message are the same. */
  UNCHANGED,
  /** The code is the same, the commit message is not. */
  MESSAGE,
  /** The same lines are added and removed, in other surroundings or another order. */
  SURROUNDINGS,
  /** Other lines are added and removed. */
  CODE,
  /** The title is the same, and so little of the code that git would not hold it for one patch. */
  REWRITTEN,
  NEW,
  DROPPED
}
