package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.digest.Scope;
import reroll.bot.words.Nearest;

/**
 * All that a digest can be about: the lists, the groups of lists, all of them. Immutable.
 *
 * @param lists as configured, in the order of the configuration
 */
public record Scopes(List<ListInfo> lists, List<ListGroup> groups) {
  static final String ALL = "all";

  public Scopes {
    lists = List.copyOf(lists);
    groups = List.copyOf(groups);
  }

  /** What a word names, in whatever case; a list of that name comes first. */
  public Optional<Scope> named(String word) {
    return list(word).or(() -> group(word)).or(() -> all(word));
  }

  private Optional<Scope> list(String word) {
    return lists.stream()
        .map(ListInfo::name)
        .filter(word::equalsIgnoreCase)
        .findFirst()
        .map(Scope::of);
  }

  private Optional<Scope> group(String word) {
    return groups.stream()
        .filter(group -> group.name().equalsIgnoreCase(word))
        .findFirst()
        .map(group -> new Scope(group.name(), group.lists()));
  }

  private Optional<Scope> all(String word) {
    return word.equalsIgnoreCase(ALL)
        ? Optional.of(new Scope("all lists", lists.stream().map(ListInfo::name).toList()))
        : Optional.empty();
  }

  /** The list that is meant where none is named: the only one. */
  Scope only() throws CannotDo {
    if (lists.size() == 1) {
      return Scope.of(lists.get(0).name());
    }
    throw new CannotDo("Which list? " + reads() + "; all means all of them.");
  }

  /** What is read, as a sentence without its full stop. */
  String reads() {
    return "I read " + lists.stream().map(ListInfo::name).collect(Collectors.joining(", "));
  }

  /** The name that somebody may have meant, as a question; empty where none is near. */
  String nearest(String word) {
    List<String> names =
        Stream.concat(lists.stream().map(ListInfo::name), groups.stream().map(ListGroup::name))
            .toList();
    return Nearest.of(word, names).map(name -> " Did you mean " + name + "?").orElse("");
  }
}
