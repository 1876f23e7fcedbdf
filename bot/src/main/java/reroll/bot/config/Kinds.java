package reroll.bot.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reroll.bot.words.Nearest;

/**
 * All kinds of one thing, of which the key {@code type} names one. Immutable.
 *
 * @param what is of these kinds, as messages call it
 * @param word by which the file names a kind
 */
record Kinds<F>(String what, List<F> all, Function<F, String> word) {
  Kinds {
    all = List.copyOf(all);
  }

  /** The kind that a section names; empty where it names none, which is told. */
  Optional<F> of(Section section, Problems problems) {
    Optional<Entry> type = section.take("type");
    if (type.isEmpty()) {
      problems.add(section.line(), section.path() + " lacks \"type\"; known are " + words());
      return Optional.empty();
    }
    String said = type.get().isScalar() ? type.get().text() : "";
    Optional<F> kind = all.stream().filter(each -> word.apply(each).equals(said)).findFirst();
    if (kind.isEmpty()) {
      problems.add(type.get().line(), unknown(said));
    }
    return kind;
  }

  private String unknown(String said) {
    String nearest =
        Nearest.of(said, all.stream().map(word).toList())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    return "type: "
        + Quoted.of(said)
        + " is no kind of "
        + what
        + "; known are "
        + words()
        + nearest;
  }

  private String words() {
    return all.stream().map(word).collect(Collectors.joining(", "));
  }
}
