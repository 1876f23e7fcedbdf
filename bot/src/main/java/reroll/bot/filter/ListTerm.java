package reroll.bot.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code list:kvm}: one of the lists that got it. */
record ListTerm(String list) implements Term {
  static List<Term> read(String value, Vocabulary vocabulary) throws BadFilter {
    String name = value.toLowerCase(Locale.ROOT);
    if (!vocabulary.lists().contains(name)) {
      throw new BadFilter(Unknown.of("list", value, vocabulary.lists()));
    }
    return List.of(new ListTerm(name));
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.lists().contains(list);
  }

  @Override
  public Set<Feature> anchors() {
    return Set.of(new Feature(Feature.Of.LIST, list));
  }
}
