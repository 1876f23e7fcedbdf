package reroll.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;

/**
 * A series, or one of its revisions, as people name them: {@code #12}, {@code #12 v3}, words in
 * quotes, or a mail by its Message-ID or URL, which means its revision. Immutable.
 */
record Named(Series series, Optional<Revision> revision) {
  private static final Pattern LABEL =
      Pattern.compile("(?:rfc-?)?v\\d{1,3}(?:\\.\\d{1,2})?", Pattern.CASE_INSENSITIVE);

  /**
   * All that some words name, one after another.
   *
   * @throws CannotDo with what cannot be found
   */
  static List<Named> all(List<String> words, Call call) throws CannotDo {
    List<Named> all = new ArrayList<>();
    for (String word : words) {
      if (LABEL.matcher(word).matches() && !all.isEmpty()) {
        all.add(all.remove(all.size() - 1).at(word));
      } else {
        all.add(one(word, call));
      }
    }
    return all;
  }

  private static Named one(String word, Call call) throws CannotDo {
    Optional<TrackedMail> mail = SeriesFinder.mail(word, call.known().tracker());
    return mail.isPresent()
        ? of(mail.get().revision())
        : new Named(SeriesFinder.one(word, call), Optional.empty());
  }

  private static Named of(Revision revision) {
    return new Named(revision.series(), Optional.of(revision));
  }

  private Named at(String label) throws CannotDo {
    return of(RevisionWords.revision(label, series));
  }

  /** The revision that is meant: the only one of a series need not be named. */
  Optional<Revision> only() {
    return revision.or(
        () ->
            series.revisions().size() == 1
                ? Optional.of(series.revisions().get(0))
                : Optional.empty());
  }

  /** {@code v3 of #12}. */
  static String words(Revision revision) {
    return revision.label() + " of " + revision.series();
  }
}
