package reroll.bot.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what mailing lists and relays do to From because of DMARC: they put their own address
 * there and the sender's name as {@code "Name via List"}. The sender's address is then in Reply-To
 * (Mailman, B4 Relay) or X-Original-From (Google Groups).
 */
final class Senders {
  private static final Pattern VIA =
      Pattern.compile("^'?(.*?)'?\\s+via\\s+.+$", Pattern.CASE_INSENSITIVE);

  /** Few names hold it, which is found out far faster than that the pattern does not fit. */
  private static final WordScan MAY_BE_VIA = new WordScan("via");

  private Senders() {}

  /** Who sent the mail whose From header is {@code from}. */
  static Person behind(Person from, Headers headers) {
    Matcher via = VIA.matcher(from.name());
    boolean named = MAY_BE_VIA.isIn(from.name()) && via.matches();
    if (!named && !isRelay(from)) {
      return from;
    }
    String name = named ? via.group(1).strip() : from.name();
    return original(headers, from)
        .map(person -> person.name().isEmpty() ? new Person(name, person.address()) : person)
        .orElseGet(() -> new Person(name, from.address()));
  }

  private static boolean isRelay(Person from) {
    return from.address().toLowerCase(Locale.ROOT).startsWith("devnull+");
  }

  private static Optional<Person> original(Headers headers, Person from) {
    for (String header : new String[] {"X-Original-From", "X-Original-Sender", "Reply-To"}) {
      Optional<Person> person =
          headers.text(header).map(Person::parse).filter(p -> isSender(p, headers, from));
      if (person.isPresent()) {
        return person;
      }
    }
    return Optional.empty();
  }

  /** A Reply-To that only leads back to the list names nobody. */
  private static boolean isSender(Person person, Headers headers, Person from) {
    String list = headers.text("List-Post").orElse("").toLowerCase(Locale.ROOT);
    String address = person.address().toLowerCase(Locale.ROOT);
    return !address.isEmpty()
        && !address.equals(from.address().toLowerCase(Locale.ROOT))
        && !list.contains(address);
  }
}
