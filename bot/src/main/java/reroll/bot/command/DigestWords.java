package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.Scope;

/**
 * What people say of a digest: of which lists, in which form, and the rest. Immutable.
 *
 * @param scope empty where none is named
 * @param rest what stands between them
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

  String text() {
    return String.join(" ", rest);
  }
}
