package reroll.bot.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Person;

/**
 * The names and addresses under which people want to be known (gitmailmap(5)). Lines that it does
 * not understand are passed over. Immutable.
 */
public final class Mailmap {
  public static final Mailmap EMPTY = new Mailmap(List.of());

  private static final Pattern LINE =
      Pattern.compile("\\s*([^<#]*?)\\s*<([^<>]*)>\\s*(?:([^<#]*?)\\s*<([^<>]*)>)?\\s*(?:#.*)?");

  /** By the address that mail shows, or by name and address. */
  private final Map<String, Person> proper = new HashMap<>();

  private Mailmap(List<String> lines) {
    lines.forEach(this::add);
  }

  /** Reads the lines of a mailmap file. */
  public static Mailmap of(List<String> lines) {
    return new Mailmap(lines);
  }

  private void add(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return;
    }
    boolean two = matcher.group(4) != null;
    String name = two ? matcher.group(3) : "";
    String address = two ? matcher.group(4) : matcher.group(2);
    proper.put(key(name, address), new Person(matcher.group(1), matcher.group(2)));
  }

  private static String key(String name, String address) {
    return name.toLowerCase(Locale.ROOT) + "<" + address.toLowerCase(Locale.ROOT);
  }

  /** The person under the proper name and address; the same where the file says nothing. */
  Person resolve(Person written) {
    return Optional.ofNullable(proper.get(key(written.name(), written.address())))
        .or(() -> Optional.ofNullable(proper.get(key("", written.address()))))
        .map(
            p ->
                new Person(
                    p.name().isEmpty() ? written.name() : p.name(),
                    p.address().isEmpty() ? written.address() : p.address()))
        .orElse(written);
  }
}
