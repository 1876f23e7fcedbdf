package reroll.bot.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;

/** Finds the series that somebody means: by number, Message-ID, URL, or words of a title. */
final class SeriesFinder {
  /** More matches than this are only counted. */
  static final int MAX_SHOWN = 10;

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,15})");

  private SeriesFinder() {}

  /** All series that fit, the one that arrived last first. */
  static List<Series> find(String text, SeriesTracker tracker) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return tracker.find(Long.parseLong(number.group(1))).stream().toList();
    }
    if (text.contains("@") || text.contains("%40") || text.startsWith("http")) {
      return MessageId.firstIn(text)
          .flatMap(tracker::mail)
          .map(TrackedMail::revision)
          .map(Revision::series)
          .stream()
          .toList();
    }
    return byWords(text, tracker);
  }

  private static List<Series> byWords(String text, SeriesTracker tracker) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\s+", -1));
    return tracker.series().stream()
        .filter(series -> series.revisions().stream().anyMatch(r -> hasAll(r, words)))
        .sorted(Comparator.comparingLong(SeriesFinder::newest).reversed())
        .toList();
  }

  private static long newest(Series series) {
    return series.revisions().get(series.revisions().size() - 1).number();
  }

  private static boolean hasAll(Revision revision, List<String> words) {
    String title = revision.title().toLowerCase(Locale.ROOT);
    return words.stream().allMatch(title::contains);
  }

  /**
   * The one series that is meant.
   *
   * @throws CannotDo if there is none, or if there are several; the message says which
   */
  static Series one(Call call) throws CannotDo {
    String text = call.request().rest();
    if (text.isBlank()) {
      throw new CannotDo(
          "Which series? Give its number, words of its title, a Message-ID or a URL.");
    }
    List<Series> found = find(text, call.known().tracker());
    if (found.isEmpty()) {
      throw new CannotDo("I know no series for '" + text + "'.");
    }
    if (found.size() > 1) {
      throw new CannotDo(found.size() + " series fit '" + text + "': " + choices(found));
    }
    return found.get(0);
  }

  private static String choices(List<Series> found) {
    StringBuilder choices = new StringBuilder();
    for (Series series : found.subList(0, Math.min(MAX_SHOWN, found.size()))) {
      choices
          .append(choices.length() == 0 ? "" : "; ")
          .append(series)
          .append(' ')
          .append(series.title());
    }
    return choices + (found.size() > MAX_SHOWN ? "; …" : "") + ". Say its number.";
  }
}
