package reroll.bot.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A term as somebody wrote it: one of the alternatives has to fit, or none of them. Immutable.
 *
 * @param text from which it can be read again
 */
record Clause(boolean negated, List<Term> alternatives, String text) {
  Clause {
    alternatives = List.copyOf(alternatives);
  }

  boolean matches(Traits traits) {
    return alternatives.stream().anyMatch(term -> term.matches(traits)) != negated;
  }

  /** See {@link Term#anchors}; empty where one alternative has none. */
  Set<Feature> anchors() {
    boolean all = !negated && alternatives.stream().noneMatch(term -> term.anchors().isEmpty());
    return all
        ? alternatives.stream()
            .flatMap(term -> term.anchors().stream())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** How common its most common anchor is. */
  Optional<Feature.Of> commonness() {
    return anchors().stream().map(Feature::of).max(Feature.Of::compareTo);
  }
}
