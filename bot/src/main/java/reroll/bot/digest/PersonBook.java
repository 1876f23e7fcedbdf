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
    String name = person.name().toLowerCase(Locale.ROOT).strip();
    Person known = byAddress.get(address);
    if (known == null && name.indexOf(' ') > 0) {
      known = byName.get(name);
    }
    Person canonical = known == null ? person : known;
    if (!address.isEmpty()) {
      byAddress.putIfAbsent(address, canonical);
    }
    if (name.indexOf(' ') > 0) {
      byName.putIfAbsent(name, canonical);
    }
    return canonical;
  }
}
