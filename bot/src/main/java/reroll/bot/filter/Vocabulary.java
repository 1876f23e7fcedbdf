package reroll.bot.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the names in filters mean. Immutable.
 *
 * @param lists the short names of the lists, in lower case
 * @param teams by name, in lower case; their members as {@code author:} understands them
 */
public record Vocabulary(
    Set<String> lists, Map<String, List<String>> teams, Maintainers maintainers) {
  public static final Vocabulary EMPTY = new Vocabulary(Set.of(), Map.of(), Maintainers.NONE);

  public Vocabulary {
    lists = lower(lists);
    teams = Map.copyOf(teams);
  }

  /** The same, for a bot that reads these lists. */
  public Vocabulary withLists(Set<String> names) {
    return new Vocabulary(names, teams, maintainers);
  }

  private static Set<String> lower(Set<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
