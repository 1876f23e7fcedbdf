package reroll.bot.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a MAINTAINERS file says: who looks after what. Immutable. */
public record Maintainers(List<Subsystem> subsystems) {
  public static final Maintainers NONE = new Maintainers(List.of());

  public Maintainers {
    subsystems = List.copyOf(subsystems);
  }

  /** Reads the text of such a file; what it cannot understand it leaves out. */
  public static Maintainers parse(String text) {
    return new Maintainers(new MaintainersReader().read(text));
  }

  /** How many sections it has. */
  public int size() {
    return subsystems.size();
  }

  Set<String> names() {
    return subsystems.stream()
        .map(subsystem -> subsystem.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The section of this name, else all whose names have all of these words. */
  List<Subsystem> named(String name) {
    List<Subsystem> exact =
        subsystems.stream().filter(each -> each.name().equalsIgnoreCase(name)).toList();
    Set<String> words = Traits.words(name);
    return !exact.isEmpty() || words.isEmpty()
        ? exact
        : subsystems.stream().filter(each -> Traits.words(each.name()).containsAll(words)).toList();
  }

  /** The sections of a person: by address, or by words of the name. */
  List<Subsystem> of(String person) {
    String lower = person.toLowerCase(Locale.ROOT);
    Set<String> words = Traits.words(lower);
    return words.isEmpty()
        ? List.of()
        : subsystems.stream()
            .filter(each -> each.people().stream().anyMatch(who -> is(who, lower, words)))
            .toList();
  }

  private static boolean is(String who, String lower, Set<String> words) {
    return lower.contains("@")
        ? who.toLowerCase(Locale.ROOT).contains("<" + lower + ">")
        : Traits.words(who.replaceFirst("@.*", "")).containsAll(words);
  }
}
