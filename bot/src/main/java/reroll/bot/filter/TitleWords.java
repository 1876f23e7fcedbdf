package reroll.bot.filter;

import java.util.List;
import java.util.Set;

/** {@code title:folio}: whole words that stand together in one title, whatever their order. */
record TitleWords(Set<String> words) implements Term {
  TitleWords {
    words = Set.copyOf(words);
  }

  static List<Term> read(String value, Vocabulary ignored) throws BadFilter {
    if (value.startsWith("/")) {
      return TitlePattern.read(value);
    }
    Set<String> words = Traits.words(value);
    if (words.isEmpty()) {
      throw new BadFilter("there is no word in it");
    }
    return List.of(new TitleWords(words));
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.titleWords().stream().anyMatch(title -> title.containsAll(words));
  }

  @Override
  public Set<Feature> anchors() {
    return Set.of(new Feature(Feature.Of.TITLE, AuthorTerm.longest(words)));
  }
}
