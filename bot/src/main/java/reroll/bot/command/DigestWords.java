package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.Scope;

/**
 * What people say of a digest: of which lists, in which form, and the rest. Immutable.
 *
 * @param scope empty where none is named
 * @param rest what stands between them: a window, a filter, both
 */
record DigestWords(Optional<Scope> scope, List<String> rest, DigestForm form) {
  DigestWords {
    rest = List.copyOf(rest);
  }

  static DigestWords of(List<String> words, Scopes scopes) {
    Optional<Scope> scope = words.stream().findFirst().flatMap(scopes::named);
    int begin = scope.isPresent() ? 1 : 0;
    Optional<DigestForm> form =
        words.size() > begin ? DigestForm.named(words.get(words.size() - 1)) : Optional.empty();
    int end = words.size() - (form.isPresent() ? 1 : 0);
    return new DigestWords(scope, words.subList(begin, end), form.orElse(DigestForm.BRIEF));
  }

  /** The rest, parted; each may be empty. */
  record Parted(List<String> window, List<String> filter) {
    Parted {
      window = List.copyOf(window);
      filter = List.copyOf(filter);
    }
  }

  /**
   * Parts the rest: as many words as make a window, before or behind a filter.
   *
   * @param isWindow whether words name a window
   * @param isFilter whether words are meant as a filter; what is neither counts as a window, so
   *     that it is refused as one
   */
  Parted parted(Predicate<String> isWindow, Predicate<List<String>> isFilter) {
    for (int most = rest.size(); most > 0; most--) {
      List<String> first = rest.subList(0, most);
      List<String> last = rest.subList(rest.size() - most, rest.size());
      if (isWindow.test(text(first))) {
        return new Parted(first, rest.subList(most, rest.size()));
      }
      if (isWindow.test(text(last))) {
        return new Parted(last, rest.subList(0, rest.size() - most));
      }
    }
    return isFilter.test(rest) ? new Parted(List.of(), rest) : new Parted(rest, List.of());
  }

  static String text(List<String> words) {
    return String.join(" ", words);
  }
}
