package reroll.bot.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reroll.bot.role.Right;
import reroll.bot.role.Role;
import reroll.bot.role.Roles;
import reroll.bot.words.Nearest;

/** Reads who may do what, which may be left out. */
final class RoleReader {
  private final Problems problems;

  RoleReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The roles and rights that can be read; what is wrong with the others is told.
   *
   * @param chats the names of the chats of the file
   */
  Roles read(Section root, List<String> chats) {
    Map<String, Role> named = named(root, chats);
    Map<Right, Role> needed = needed(root);
    if (chats.isEmpty()) {
      return Roles.TERMINAL;
    }
    return new Roles(named, needed, named.isEmpty() ? Role.MEMBER : Role.EVERYONE);
  }

  private Map<String, Role> named(Section root, List<String> chats) {
    Map<String, Role> named = new LinkedHashMap<>();
    for (Entry entry : all(root, "roles", "people and rooms with their roles")) {
      int slash = entry.key().indexOf('/');
      if (slash < 0 || !chats.contains(entry.key().substring(0, slash))) {
        problems.add(
            entry.line(),
            Quoted.of(entry.key())
                + " does not begin with a chat of this file and a slash, as in "
                + (chats.isEmpty() ? "chat" : chats.get(0))
                + "/somebody");
      } else {
        role(entry).ifPresent(role -> named.put(entry.key(), role));
      }
    }
    return named;
  }

  private Map<Right, Role> needed(Section root) {
    Map<Right, Role> needed = new HashMap<>();
    for (Entry entry : all(root, "rights", "rights with the role that each needs")) {
      Optional<Right> right = word(entry, entry.key(), "right", Right.values(), Right::word);
      Optional<Role> role = role(entry);
      if (right.isPresent() && role.isPresent()) {
        needed.put(right.get(), role.get());
      }
    }
    return needed;
  }

  private List<Entry> all(Section root, String key, String wanted) {
    return root.take(key)
        .flatMap(entry -> Section.of(entry, wanted, problems))
        .map(section -> List.copyOf(section.all()))
        .orElse(List.of());
  }

  private Optional<Role> role(Entry entry) {
    String said = entry.isScalar() && !entry.isBlank() ? entry.text() : "";
    return word(entry, said, "role", Role.values(), Role::word);
  }

  private <T> Optional<T> word(
      Entry entry, String said, String what, T[] all, Function<T, String> word) {
    Optional<T> found =
        Arrays.stream(all).filter(each -> word.apply(each).equals(said)).findFirst();
    if (found.isEmpty()) {
      List<String> words = Arrays.stream(all).map(word).toList();
      String advice =
          Nearest.of(said, words)
              .map(near -> "did you mean " + near + "?")
              .orElse("known are " + String.join(", ", words));
      problems.add(entry.line(), Quoted.of(said) + " is no " + what + "; " + advice);
    }
    return found;
  }
}
