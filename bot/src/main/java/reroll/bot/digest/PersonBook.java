package reroll.bot.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import reroll.bot.mail.Person;

/**
 * Knows who is one person: by a mailmap where there is one, by address, and by full name. The
 * person is shown as seen first. Not thread-safe.
 */
final class PersonBook {
  private final Mailmap mailmap;
  private final Map<String, Person> byAddress = new HashMap<>();
  private final Map<String, Person> byName = new HashMap<>();

  PersonBook(Mailmap mailmap) {
    this.mailmap = mailmap;
  }

  /** The one under whom all patches of this person are counted. */
  Person canonical(Person written) {
    Person person = mailmap.resolve(written);
    String address = person.address().toLowerCase(Locale.ROOT);
    String name = nameKey(person);
    Person known = byAddress.get(address);
    if (known == null && isFullName(name)) {
      known = byName.get(name);
    }
    Person canonical = known == null ? person : known;
    if (!address.isEmpty()) {
      byAddress.putIfAbsent(address, canonical);
    }
    if (isFullName(name)) {
      byName.putIfAbsent(name, canonical);
    }
    return canonical;
  }

  /** Whether two mails name one person: by address, or by full name. */
  static boolean areOne(Person a, Person b) {
    String name = nameKey(a);
    return a.address().equalsIgnoreCase(b.address())
        || (isFullName(name) && name.equals(nameKey(b)));
  }

  /** {@code "Alder, Ann"} and {@code ann alder} are one name. */
  private static String nameKey(Person person) {
    String name = person.name().toLowerCase(Locale.ROOT).strip();
    int comma = name.indexOf(',');
    boolean turned = comma > 0 && name.indexOf(',', comma + 1) < 0;
    return turned ? (name.substring(comma + 1) + " " + name.substring(0, comma)).strip() : name;
  }

  /** A first name alone is many people's. */
  private static boolean isFullName(String name) {
    return name.indexOf(' ') > 0;
  }
}
