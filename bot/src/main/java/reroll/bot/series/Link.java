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

  /** What a person said. */
  static Link said(Ruling.Follows ruling, Revision to) {
    return new Link(to, List.of(new LinkEvidence.ByPerson(ruling.by(), ruling.at())));
  }

  /** Whether a person says so, whatever the mails do. */
  public boolean isByPerson() {
    return evidence.stream().anyMatch(LinkEvidence.ByPerson.class::isInstance);
  }

  /** Whether somebody says so, rather than that it looks so. */
  public boolean isStated() {
    return evidence.stream().anyMatch(LinkEvidence::isStated);
  }
}
