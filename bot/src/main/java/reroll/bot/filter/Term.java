package reroll.bot.filter;

import java.util.Set;

/** One thing that a filter asks of a revision. Immutable. */
sealed interface Term
    permits AddresseeTerm,
        AuthorTerm,
        DomainTerm,
        KindTerm,
        ListTerm,
        PathTerm,
        SizeTerm,
        SubsystemTerm,
        TitlePattern,
        TitleWords {
  boolean matches(Traits traits);

  /**
   * Features of which every revision that it matches has at least one; empty where it cannot be
   * found by a feature and has to be tried.
   */
  default Set<Feature> anchors() {
    return Set.of();
  }
}
