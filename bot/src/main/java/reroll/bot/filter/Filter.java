package reroll.bot.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants to hear of: all its terms have to fit. Two that read the same are equal.
 * Immutable.
 */
public final class Filter {
  /** Everything fits. */
  public static final Filter ALL = new Filter(List.of());

  private final List<Clause> clauses;

  Filter(List<Clause> clauses) {
    this.clauses = List.copyOf(clauses);
  }

  public boolean matches(Traits traits) {
    return clauses.stream().allMatch(clause -> clause.matches(traits));
  }

  public boolean isEmpty() {
    return clauses.isEmpty();
  }

  /**
   * Features of which every revision that it matches has at least one, the rarest that it asks for;
   * empty where it cannot be found by a feature and has to be tried.
   */
  public Set<Feature> anchors() {
    return clauses.stream()
        .filter(clause -> clause.commonness().isPresent())
        .min(Comparator.comparing(clause -> clause.commonness().orElseThrow()))
        .map(Clause::anchors)
        .orElse(Set.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Filter filter && filter.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** As it can be read again; empty for {@link #ALL}. */
  @Override
  public String toString() {
    return clauses.stream().map(Clause::text).collect(Collectors.joining(" "));
  }
}
