package reroll.bot.filter;

import java.util.List;
import java.util.Set;

/** {@code path:mm/**}: a file that the patches touch. */
record PathTerm(Glob glob) implements Term {
  static List<Term> read(String value, Vocabulary ignored) {
    return List.of(new PathTerm(Glob.of(value)));
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.files().stream().anyMatch(glob::matches);
  }

  @Override
  public Set<Feature> anchors() {
    return glob.root().isEmpty() ? Set.of() : Set.of(new Feature(Feature.Of.PATH, glob.root()));
  }
}
