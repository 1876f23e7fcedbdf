package reroll.bot.digest;

import reroll.bot.series.TrackedMail;

/** The digest that somebody wants. Immutable. */
public record DigestOrder(Scope scope, Window window, DigestForm form) {
  /** Whether a mail came to its lists in its window. */
  public boolean holds(TrackedMail mail) {
    return scope.holds(mail) && window.holds(mail.arrival());
  }
}
