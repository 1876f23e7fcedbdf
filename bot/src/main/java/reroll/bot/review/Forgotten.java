package reroll.bot.review;

import reroll.bot.series.Revision;

/** What is no longer kept of a revision that was silent for two years. Stateless. */
public final class Forgotten {
  private Forgotten() {}

  /** That it cannot be said how a revision changed from the one before; empty where it can. */
  public static String change(Revision before) {
    return before.isStub()
        ? "what changed since " + before.label() + " is no longer kept, !diff reads it again"
        : "";
  }
}
