package reroll.bot.digest;

import reroll.bot.series.TrackedMail;

/**
 * The digest that somebody wants. Immutable.
 *
 * @param filter of the revisions that it is about; empty where it is about all
 */
public record DigestOrder(Scope scope, Window window, DigestForm form, String filter) {
  /** Whether a mail came to its lists in its window. */
  public boolean holds(TrackedMail mail) {
    return scope.holds(mail) && window.holds(mail.arrival());
  }
}
