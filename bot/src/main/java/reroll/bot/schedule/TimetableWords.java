package reroll.bot.schedule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.digest.Weekdays;

/**
 * The words with which people say when something is to come, at the beginning of some words.
 * Immutable.
 *
 * @param rest what follows them
 */
public record TimetableWords(Timetable timetable, List<String> rest) {
  public static final String EXAMPLES =
      "daily 09:00, weekdays 09:00 Europe/Berlin, weekly monday 09:00, cron 0 9 * * 1-5";

  private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])");
  private static final int MAX_SHOWN = 60;

  public TimetableWords {
    rest = List.copyOf(rest);
  }

  /**
   * Reads them.
   *
   * @param zone is meant where none is named
   * @throws IllegalArgumentException with one sentence on what to write instead
   */
  public static TimetableWords parse(List<String> words, ZoneId zone) {
    String first = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    return switch (first) {
      case "daily" -> at(words, 1, "* * *", zone);
      case "weekdays" -> at(words, 1, "* * MON-FRI", zone);
      case "weekly" -> weekly(words, zone);
      case "cron" -> cron(words, zone);
      default -> throw refused(words);
    };
  }

  private static TimetableWords weekly(List<String> words, ZoneId zone) {
    String day = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "";
    String name =
        Weekdays.named(day)
            .map(weekday -> weekday.name().substring(0, 3))
            .orElseThrow(() -> refused(words));
    return at(words, 2, "* * " + name, zone);
  }

  /** At the time that stands at {@code place}, on days as a crontab says them. */
  private static TimetableWords at(List<String> words, int place, String days, ZoneId zone) {
    Matcher time = TIME.matcher(words.size() > place ? words.get(place) : "");
    if (!time.matches()) {
      throw refused(words);
    }
    String fields = Integer.parseInt(time.group(2)) + " " + Integer.parseInt(time.group(1));
    Optional<ZoneId> named = zone(words, place + 1);
    Timetable cron =
        CronFields.timetable(List.of((fields + " " + days).split(" ")), named.orElse(zone));
    String said = String.join(" ", words.subList(0, place + 1)).toLowerCase(Locale.ROOT);
    int end = place + (named.isPresent() ? 2 : 1);
    return new TimetableWords(
        new Timetable(said, cron.cron(), cron.zone()), words.subList(end, words.size()));
  }

  private static TimetableWords cron(List<String> words, ZoneId zone) {
    int end = Math.min(words.size(), 1 + CronFields.COUNT);
    Optional<ZoneId> named = zone(words, end);
    return new TimetableWords(
        CronFields.timetable(words.subList(1, end), named.orElse(zone)),
        words.subList(end + (named.isPresent() ? 1 : 0), words.size()));
  }

  /** A time zone at some place; other words are no zone. */
  private static Optional<ZoneId> zone(List<String> words, int place) {
    if (words.size() <= place) {
      return Optional.empty();
    }
    String word = words.get(place);
    if (!word.equals("UTC") && word.indexOf('/') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(word));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + shortened(word) + "' is no time zone; write one such as Europe/Berlin.", e);
    }
  }

  private static IllegalArgumentException refused(List<String> words) {
    String said = String.join(" ", words);
    return new IllegalArgumentException(
        (said.isEmpty() ? "When?" : "'" + shortened(said) + "' does not say when.")
            + " Say "
            + EXAMPLES
            + ".");
  }

  private static String shortened(String words) {
    return words.length() <= MAX_SHOWN ? words : words.substring(0, MAX_SHOWN) + "…";
  }
}
