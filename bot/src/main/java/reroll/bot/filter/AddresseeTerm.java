package reroll.bot.filter;

import java.util.List;
import java.util.regex.Pattern;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.Addressees.Field;

/**
 * {@code to:ann@example.org}, {@code cc:@example.org}, {@code cc:netdev}: whom one of the mails was
 * sent to, by the whole address, the domain, or all before the {@code @}.
 *
 * @param hash of the part that is asked for
 */
record AddresseeTerm(int hash) implements Term {
  private static final Pattern FORM = Pattern.compile("[^\\s@<>]*@?[^\\s@<>]+");

  static List<Term> to(String value, Vocabulary ignored) throws BadFilter {
    return read(Field.TO, value);
  }

  static List<Term> cc(String value, Vocabulary ignored) throws BadFilter {
    return read(Field.CC, value);
  }

  private static List<Term> read(Field field, String value) throws BadFilter {
    if (!FORM.matcher(value).matches()) {
      throw new BadFilter("an address is such as netdev, ann@example.org or @example.org");
    }
    String key = value.contains("@") ? value : value + "@";
    return List.of(new AddresseeTerm(Addressees.hash(field, key)));
  }

  @Override
  public boolean matches(Traits traits) {
    return traits.addressees().stream().anyMatch(some -> some.has(hash));
  }
}
