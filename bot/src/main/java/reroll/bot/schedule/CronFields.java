package reroll.bot.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The five fields of a crontab, as Quartz wants to have them: with seconds, with names for days of
 * the week (it counts them otherwise), and with a {@code ?} for the day that is left open.
 */
final class CronFields {
  static final int COUNT = 5;

  private static final Pattern MINUTE = Pattern.compile("[0-5]?[0-9]");

  /** A day of the week by its number; not how often one comes in a month, nor a step. */
  private static final Pattern DAY_NUMBER = Pattern.compile("(?<![#/\\d])[0-7](?!\\d)");

  private static final List<String> DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private CronFields() {}

  /**
   * Reads the fields: minute, hour, day of the month, month, day of the week.
   *
   * @throws IllegalArgumentException with one sentence on what to write instead
   */
  static Timetable timetable(List<String> fields, ZoneId zone) {
    String words = "cron " + String.join(" ", fields);
    if (fields.size() != COUNT) {
      throw new IllegalArgumentException(
          "cron has five fields: minute, hour, day, month, day of the week, as in cron 0 9 * *"
              + " 1-5.");
    }
    if (!MINUTE.matcher(fields.get(0)).matches()) {
      throw new IllegalArgumentException(
          "The minute must be one number, as in cron 0 9 * * 1-5: a digest comes once an hour at"
              + " most.");
    }
    String day = fields.get(2);
    String weekday = weekdays(fields.get(4));
    boolean anyDay = day.equals("*");
    boolean anyWeekday = weekday.equals("*");
    if (!anyDay && !anyWeekday) {
      throw new IllegalArgumentException(
          "Name a day of the month or a day of the week, not both: put * for the other.");
    }
    String cron =
        String.join(
            " ",
            "0",
            fields.get(0),
            fields.get(1),
            anyDay && !anyWeekday ? "?" : day,
            fields.get(3),
            anyWeekday ? "?" : weekday);
    return checked(new Timetable(words, cron, zone));
  }

  private static String weekdays(String field) {
    return DAY_NUMBER.matcher(field).replaceAll(CronFields::dayName);
  }

  private static String dayName(MatchResult number) {
    return DAYS.get(Integer.parseInt(number.group()));
  }

  private static Timetable checked(Timetable timetable) {
    boolean comes;
    try {
      comes = timetable.after(Instant.EPOCH).isPresent();
    } catch (IllegalArgumentException | UnsupportedOperationException wrong) {
      throw new IllegalArgumentException(
          "'" + timetable.words() + "' is not understood; write it as in cron 0 9 * * 1-5.", wrong);
    }
    if (!comes) {
      throw new IllegalArgumentException("'" + timetable.words() + "' never comes.");
    }
    return timetable;
  }
}
