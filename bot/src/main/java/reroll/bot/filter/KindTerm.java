package reroll.bot.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code kind:rfc}: what kind of posting it is. */
record KindTerm(Kind kind) implements Term {
  static List<Term> read(String value, Vocabulary ignored) throws BadFilter {
    for (Kind kind : Kind.values()) {
      if (word(kind).equals(value.toLowerCase(Locale.ROOT))) {
        return List.of(new KindTerm(kind));
      }
    }
    throw new BadFilter(
        Unknown.of("kind", value, Arrays.stream(Kind.values()).map(KindTerm::word).toList()));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.kinds().contains(kind);
  }
}
