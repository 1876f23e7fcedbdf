package reroll.bot.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code author:ann}: words of the author's name or of the part of the address before the
 * {@code @}, or the whole address.
 *
 * @param address in lower case; empty where words are asked for
 */
record AuthorTerm(String address, Set<String> words) implements Term {
  AuthorTerm {
    words = Set.copyOf(words);
  }

  static List<Term> read(String value, Vocabulary ignored) throws BadFilter {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.startsWith("@")) {
      return DomainTerm.read(lower.substring(1), ignored);
    }
    if (lower.contains("@")) {
      return List.of(new AuthorTerm(lower, Set.of()));
    }
    Set<String> words = Traits.words(lower);
    if (words.isEmpty()) {
      throw new BadFilter("an author is a name, a part of one, or an address");
    }
    return List.of(new AuthorTerm("", words));
  }

  @Override
  public boolean matches(Traits traits) {
    return address.isEmpty()
        ? traits.authorWords().containsAll(words)
        : traits.authorAddress().equals(address);
  }

  @Override
  public Set<Feature> anchors() {
    String rarest = address.isEmpty() ? longest(words) : address;
    return Set.of(new Feature(Feature.Of.AUTHOR, rarest));
  }

  /** Which is likely to be the rarest; the same for the same words. */
  static String longest(Set<String> words) {
    return words.stream()
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }
}
