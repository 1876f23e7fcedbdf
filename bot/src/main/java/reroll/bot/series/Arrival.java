package reroll.bot.series;

import java.time.Instant;
import java.util.Objects;

/**
 * Where and when a mail came in. Immutable.
 *
 * @param list the short name of the list
 * @param ref the archive's name for the mail
 * @param at when it arrived; orders and windows go by this, never by the Date header
 */
public record Arrival(String list, String ref, Instant at) {
  public Arrival {
    Objects.requireNonNull(list);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(at);
  }
}
