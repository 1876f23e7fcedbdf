package reroll.bot.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody as a mail names them. Immutable.
 *
 * @param name without quotes; empty where the mail gives none
 * @param address as written; empty where the mail gives none
 */
public record Person(String name, String address) {
  public static final Person UNKNOWN = new Person("", "");

  /** Longer texts are cut before anything looks at them; bounds the work of hostile ones. */
  static final int MAX_CHARS = 500;

  /** A name in quotes may hold anything, an address too. */
  private static final Pattern QUOTED =
      Pattern.compile("\\s*(\"(?:\\\\.|[^\"\\\\])*+\")\\s*<\\s*([^<>\\s]*)\\s*>");

  private static final Pattern WITH_ADDRESS =
      Pattern.compile("(.*?)<\\s*([^<>\\s@]*@[^<>\\s]*)\\s*>");
  private static final Pattern BRACKETED = Pattern.compile("(.*?)<\\s*([^<>\\s]*)\\s*>");
  private static final List<Pattern> NAME_AND_ADDRESS = List.of(QUOTED, WITH_ADDRESS, BRACKETED);
  private static final Pattern COMMENTED = Pattern.compile("\\s*(\\S+@\\S+)\\s*\\((.*)\\)\\s*");
  private static final Pattern BARE = Pattern.compile("[^\\s<>,;\"']+@[^\\s<>,;\"']+");

  public Person {
    Objects.requireNonNull(name);
    Objects.requireNonNull(address);
  }

  /**
   * Reads the first person of a decoded From header or of a trailer. Takes anything: what is no
   * address becomes a name.
   */
  public static Person parse(String text) {
    return text.length() <= MAX_CHARS ? read(text) : read(text.substring(0, MAX_CHARS));
  }

  private static Person read(String text) {
    for (Pattern form : NAME_AND_ADDRESS) {
      Matcher matcher = form.matcher(text);
      if (matcher.lookingAt()) {
        return new Person(unquoted(matcher.group(1)), matcher.group(2));
      }
    }
    Matcher commented = COMMENTED.matcher(text);
    if (commented.matches()) {
      return new Person(unquoted(commented.group(2)), commented.group(1));
    }
    Matcher bare = BARE.matcher(text);
    return bare.find() ? new Person("", bare.group()) : new Person(unquoted(text), "");
  }

  private static String unquoted(String name) {
    String trimmed = name.strip();
    if (trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")) {
      trimmed = trimmed.substring(1, trimmed.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    return TextDecoder.line(trimmed.replace("\"", ""));
  }

  /** What stands behind the {@code @}, in lower case; empty where there is none. */
  public Optional<String> domain() {
    int at = address.lastIndexOf('@');
    String domain = at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  /** What to call this person in a line of text: the name, else the address. */
  public String display() {
    return name.isEmpty() ? address : name;
  }

  /** See {@link MessageId#equals}. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Person person
        && name.equals(person.name)
        && address.equals(person.address);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + address.hashCode();
  }

  /** {@code Name <address>}, as far as known. */
  @Override
  public String toString() {
    if (address.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? address : name + " <" + address + ">";
  }
}
