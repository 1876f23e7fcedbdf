package reroll.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Version;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;

/**
 * A series, two of its versions and a patch, as people say them: {@code #12 v2..v3 4}. All but the
 * series may be left out. Immutable.
 *
 * @param series what names it
 * @param range the two versions, as said; empty for the newest and the one that it follows
 * @param patch its place, such as {@code 4} or {@code 2.5}
 */
record RevisionWords(String series, Optional<String> range, Optional<String> patch) {
  private static final String VERSION = "(?:rfc[- ]?)?v?\\d{1,3}(?:\\.\\d{1,2})?";
  private static final Pattern RANGE =
      Pattern.compile("(" + VERSION + ")\\.\\.(" + VERSION + ")?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PATCH = Pattern.compile("(\\d{1,5}(?:\\.\\d)?)(?:/\\d{1,5})?");
  private static final Pattern LABEL =
      Pattern.compile("(rfc[- ]?)?v?(\\d{1,3})(?:\\.(\\d{1,2}))?", Pattern.CASE_INSENSITIVE);

  static RevisionWords parse(List<String> said) {
    List<String> words = new ArrayList<>(said);
    Optional<String> patch = Optional.empty();
    Optional<String> range = Optional.empty();
    if (words.size() > 1) {
      Matcher last = PATCH.matcher(words.get(words.size() - 1));
      if (last.matches()) {
        patch = Optional.of(last.group(1).replaceFirst("^0+(?=\\d)", ""));
        words.remove(words.size() - 1);
      }
    }
    if (!words.isEmpty() && RANGE.matcher(words.get(words.size() - 1)).matches()) {
      range = Optional.of(words.remove(words.size() - 1));
    }
    return new RevisionWords(String.join(" ", words), range, patch);
  }

  /** The later of the two versions. */
  Revision right(Series of) throws CannotDo {
    Optional<String> label = range.map(RevisionWords::matcher).map(range -> range.group(2));
    return label.isEmpty() ? of.latest() : revision(label.get(), of);
  }

  /** The earlier of the two; where it is not said, what the later one follows. */
  Revision left(Series of, Revision right) throws CannotDo {
    if (range.isPresent()) {
      return revision(matcher(range.get()).group(1), of);
    }
    return right
        .link()
        .map(Link::to)
        .orElseThrow(
            () ->
                new CannotDo(
                    "I know of nothing that " + right.label() + " of " + of + " follows."));
  }

  private static Matcher matcher(String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw new IllegalStateException("no range: " + range);
    }
    return matcher;
  }

  /** Of several postings of a version the last one. */
  static Revision revision(String said, Series of) throws CannotDo {
    Matcher label = LABEL.matcher(said);
    if (label.matches()) {
      int minor = label.group(3) == null ? 0 : Integer.parseInt(label.group(3));
      Version version = new Version(Integer.parseInt(label.group(2)), minor);
      Optional<Revision> found =
          of.revisions().stream()
              .filter(revision -> revision.version().equals(version))
              .filter(revision -> label.group(1) == null || revision.isRfc())
              .reduce((a, b) -> b);
      if (found.isPresent()) {
        return found.get();
      }
    }
    List<String> known = of.revisions().stream().map(Revision::label).distinct().toList();
    throw new CannotDo(
        "I know no " + said + " of " + of + ", only " + String.join(", ", known) + ".");
  }
}
