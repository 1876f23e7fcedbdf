package reroll.bot.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;
import reroll.templates.answer.SeriesListView;

/** Finds the series that somebody means: by number, Message-ID, URL, or words of a title. */
final class SeriesFinder {
  /** More matches than this are only counted. */
  static final int MAX_SHOWN = 10;

  /** More of what somebody wrote is not repeated to them. */
  private static final int MAX_REPEATED = 100;

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,15})");

  private SeriesFinder() {}

  /** All series that fit, the one that arrived last first. */
  static List<Series> find(String text, SeriesTracker tracker) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return tracker.find(Long.parseLong(number.group(1))).stream().toList();
    }
    if (isId(text)) {
      return mail(text, tracker).map(mail -> mail.revision().series()).stream().toList();
    }
    return byWords(text, tracker);
  }

  private static boolean isId(String text) {
    return text.contains("@") || text.contains("%40") || text.startsWith("http");
  }

  /** The mail of a Message-ID or URL; empty where that is none, or its mail is not known. */
  static Optional<TrackedMail> mail(String text, SeriesTracker tracker) {
    return Optional.of(text)
        .filter(SeriesFinder::isId)
        .flatMap(
            id -> byId(id, tracker).or(() -> byId("https://archive/" + id, tracker))); // a piece
  }

  private static Optional<TrackedMail> byId(String text, SeriesTracker tracker) {
    return MessageId.firstIn(text).flatMap(tracker::mail);
  }

  private static List<Series> byWords(String text, SeriesTracker tracker) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\s+", -1));
    List<Series> named =
        newestFirst(tracker, revision -> revision.title().equalsIgnoreCase(text.strip()));
    if (named.size() == 1) {
      return named;
    }
    List<Series> found = newestFirst(tracker, revision -> hasAll(revision.title(), words));
    return found.isEmpty() ? newestFirst(tracker, revision -> hasPatch(revision, words)) : found;
  }

  private static List<Series> newestFirst(SeriesTracker tracker, Predicate<Revision> such) {
    return tracker.series().stream()
        .filter(series -> series.revisions().stream().anyMatch(such))
        .sorted(Comparator.comparingLong(SeriesFinder::newest).reversed())
        .toList();
  }

  private static long newest(Series series) {
    return series.revisions().get(series.revisions().size() - 1).number();
  }

  private static boolean hasPatch(Revision revision, List<String> words) {
    return revision.patches().stream()
        .anyMatch(patch -> hasAll(patch.mail().subject().title(), words));
  }

  private static boolean hasAll(String title, List<String> words) {
    String lower = title.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }

  /**
   * The one series that is meant; below a card, where nothing names one, that of the card.
   *
   * @throws CannotDo if there is none, or if there are several; the answer says which
   */
  static Series one(Call call) throws CannotDo {
    return one(call.request().rest(), call);
  }

  /** The same, where only a part of what was said names it. */
  static Series one(String text, Call call) throws CannotDo {
    if (text.isBlank()) {
      return below(call);
    }
    List<Series> found = find(text, call.known().tracker());
    if (found.isEmpty()) {
      throw new CannotDo(
          "I know no series for '" + shortened(text) + "'" + stillReading(call.known()) + ".");
    }
    if (found.size() > 1) {
      throw new CannotDo(found.size() + " series fit.", list(text, found));
    }
    return found.get(0);
  }

  private static Series below(Call call) throws CannotDo {
    return call.speaker()
        .below()
        .flatMap(call.known().tracker()::revision)
        .map(Revision::series)
        .orElseThrow(
            () ->
                new CannotDo(
                    "Which series? Give its number, words of its title, a Message-ID or a URL."));
  }

  /** What is not found may be in mail that is still to be read. */
  private static String stillReading(Call.Knowledge known) {
    List<String> lists =
        known.reading().stream()
            .filter(reading -> !reading.caughtUp())
            .map(Call.Reading::list)
            .toList();
    return switch (lists.size()) {
      case 0 -> "";
      case 1 -> "; I am still reading " + lists.get(0) + " for the first time";
      default -> "; I am still reading " + lists.size() + " lists for the first time";
    };
  }

  /** Those that fit, to choose from. */
  static SeriesListView list(String text, List<Series> found) {
    return new SeriesListView(
        shortened(text),
        found.size(),
        found.stream().limit(MAX_SHOWN).map(SeriesFinder::row).toList());
  }

  private static SeriesListView.Row row(Series series) {
    return new SeriesListView.Row(
        series.toString(),
        series.latest().label(),
        series.title(),
        series.latest().author().display());
  }

  /** What somebody wrote, for a message to them. */
  static String shortened(String text) {
    return text.length() <= MAX_REPEATED ? text : text.substring(0, MAX_REPEATED) + "…";
  }
}
