package reroll.bot.series;

import java.util.List;

/**
 * That a revision follows another, and why. Immutable.
 *
 * @param to the earlier revision
 * @param evidence at least one
 */
public record Link(Revision to, List<LinkEvidence> evidence) {
  public Link {
    evidence = List.copyOf(evidence);
  }

  /** Whether the author says so, rather than that it looks so. */
  public boolean isStated() {
    return evidence.stream().anyMatch(LinkEvidence::isStated);
  }
}
