package reroll.bot.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code domain:example.org}: where the author's address is, or a domain above it. */
record DomainTerm(String domain) implements Term {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*");

  static List<Term> read(String value, Vocabulary ignored) throws BadFilter {
    String domain = value.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(domain).matches()) {
      throw new BadFilter("a domain is such as example.org");
    }
    return List.of(new DomainTerm(domain));
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.domains().contains(domain);
  }

  @Override
  public Set<Feature> anchors() {
    return Set.of(new Feature(Feature.Of.DOMAIN, domain));
  }
}
