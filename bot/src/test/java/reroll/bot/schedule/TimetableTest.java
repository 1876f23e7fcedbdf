package reroll.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Timetable timetable(String words) {
    return TimetableWords.parse(List.of(words.split(" ")), BERLIN).timetable();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // said                       | after a moment        | it comes next, and then
        "daily 09:00                  | 2026-03-10T07:59:59Z | 2026-03-10T08:00:00Z,"
            + " 2026-03-11T08:00:00Z",
        "daily 9:00                   | 2026-03-10T08:00:00Z | 2026-03-11T08:00:00Z,"
            + " 2026-03-12T08:00:00Z",
        "daily 09:00 UTC              | 2026-03-10T08:00:00Z | 2026-03-10T09:00:00Z,"
            + " 2026-03-11T09:00:00Z",
        "daily 09:00 America/New_York | 2026-03-07T00:00:00Z | 2026-03-07T14:00:00Z,"
            + " 2026-03-08T13:00:00Z",
        "weekdays 09:00               | 2026-03-13T08:00:00Z | 2026-03-16T08:00:00Z,"
            + " 2026-03-17T08:00:00Z",
        "weekly monday 08:30          | 2026-03-10T00:00:00Z | 2026-03-16T07:30:00Z,"
            + " 2026-03-23T07:30:00Z",
        "weekly Sun 08:30             | 2026-03-22T12:00:00Z | 2026-03-29T06:30:00Z,"
            + " 2026-04-05T06:30:00Z",
        "cron 0 9 * * 1-5             | 2026-03-13T08:00:00Z | 2026-03-16T08:00:00Z,"
            + " 2026-03-17T08:00:00Z",
        "cron 15 6,18 * * *           | 2026-03-10T06:00:00Z | 2026-03-10T17:15:00Z,"
            + " 2026-03-11T05:15:00Z",
        "cron 0 9 * * 0               | 2026-03-10T00:00:00Z | 2026-03-15T08:00:00Z,"
            + " 2026-03-22T08:00:00Z",
        "cron 0 9 * * 7               | 2026-03-10T00:00:00Z | 2026-03-15T08:00:00Z,"
            + " 2026-03-22T08:00:00Z",
        "cron 0 9 1 * *               | 2026-03-10T00:00:00Z | 2026-04-01T07:00:00Z,"
            + " 2026-05-01T07:00:00Z",
        "cron 0 9 L * * UTC           | 2028-02-01T00:00:00Z | 2028-02-29T09:00:00Z,"
            + " 2028-03-31T09:00:00Z",
        "cron 0 9 29 2 * UTC          | 2026-03-10T00:00:00Z | 2028-02-29T09:00:00Z,"
            + " 2032-02-29T09:00:00Z",
        // The clock jumps from 02:00 to 03:00 on 29 March: 02:30 comes an hour later, once.
        "daily 02:30                  | 2026-03-28T00:00:00Z | 2026-03-28T01:30:00Z,"
            + " 2026-03-29T01:30:00Z",
        "daily 02:30                  | 2026-03-29T00:59:59Z | 2026-03-29T01:30:00Z,"
            + " 2026-03-30T00:30:00Z",
        "daily 02:30                  | 2026-03-29T01:10:00Z | 2026-03-29T01:30:00Z,"
            + " 2026-03-30T00:30:00Z",
        "daily 03:00                  | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z,"
            + " 2026-03-30T01:00:00Z",
        "cron 0 * * * *               | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z,"
            + " 2026-03-29T02:00:00Z",
        // It shows 02:00 to 03:00 twice on 25 October: 02:30 comes the first time only.
        "daily 02:30                  | 2026-10-24T00:00:00Z | 2026-10-24T00:30:00Z,"
            + " 2026-10-25T00:30:00Z",
        "daily 02:30                  | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z,"
            + " 2026-10-27T01:30:00Z",
        "daily 02:30                  | 2026-10-25T01:15:00Z | 2026-10-26T01:30:00Z,"
            + " 2026-10-27T01:30:00Z",
        "cron 0 * * * *               | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z,"
            + " 2026-10-25T02:00:00Z",
        "daily 09:00                  | 2028-02-28T08:00:00Z | 2028-02-29T08:00:00Z,"
            + " 2028-03-01T08:00:00Z",
        // Half an hour, and a day that Samoa never had.
        "daily 02:15 Australia/Lord_Howe | 2026-10-02T20:00:00Z | 2026-10-03T15:45:00Z,"
            + " 2026-10-04T15:15:00Z",
        "daily 09:00 Pacific/Apia     | 2011-12-29T19:00:00Z | 2011-12-30T19:00:00Z,"
            + " 2011-12-31T19:00:00Z",
      })
  void comesByTheClockOnTheWall(String said, Instant after, String next) {
    List<String> came = new ArrayList<>();
    Optional<Instant> moment = timetable(said).after(after);
    came.add(moment.orElseThrow().toString());
    came.add(timetable(said).after(moment.get()).orElseThrow().toString());
    assertThat(String.join(", ", came)).isEqualTo(next);
  }

  @Test
  void comesOncePerDayOverManyYearsInWhateverZone() {
    SplittableRandom chance = new SplittableRandom(7);
    List<String> zones = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC");
    for (String zone : zones) {
      String said = String.format("daily %02d:%02d", chance.nextInt(24), chance.nextInt(60));
      Timetable timetable = timetable(said + " " + zone);
      Instant at = LocalDateTime.parse("2024-01-01T00:00").atZone(ZoneId.of(zone)).toInstant();
      for (int day = 1; day <= 1_500; day++) {
        Instant next = timetable.after(at).orElseThrow();
        assertThat(Duration.between(at, next)).as(said + " " + zone + " after " + at).isPositive();
        assertThat(next.atZone(ZoneId.of(zone)).toLocalDate())
            .as(said + " " + zone)
            .isEqualTo(LocalDateTime.parse("2024-01-01T00:00").toLocalDate().plusDays(day - 1));
        assertThat(timetable.lastUntil(next)).isEqualTo(next);
        assertThat(timetable.after(next.minusNanos(1))).contains(next);
        at = next;
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "daily 09:00      | 2026-03-10T12:00:00Z | 2026-03-10T08:00:00Z",
        "daily 09:00      | 2026-03-10T07:00:00Z | 2026-03-09T08:00:00Z",
        "weekdays 09:00   | 2026-03-15T12:00:00Z | 2026-03-13T08:00:00Z",
        "weekly mon 09:00 | 2026-03-15T12:00:00Z | 2026-03-09T08:00:00Z",
        "cron 0 9 1 * *   | 2026-03-31T12:00:00Z | 2026-03-01T08:00:00Z",
        "cron 0 9 1 1 *   | 2026-12-31T12:00:00Z | 2026-01-01T08:00:00Z",
        "cron 0 9 29 2 *  | 2027-12-31T12:00:00Z | 2027-12-31T12:00:00Z", // not for a year
      })
  void knowsWhenItCameLast(String said, Instant until, Instant last) {
    assertThat(timetable(said).lastUntil(until)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "hourly                | 'hourly' does not say when. Say daily 09:00,",
        "daily                 | 'daily' does not say when.",
        "daily 25:00           | 'daily 25:00' does not say when.",
        "daily 9               | 'daily 9' does not say when.",
        "weekly 09:00          | 'weekly 09:00' does not say when.",
        "weekly mo 09:00       | 'weekly mo 09:00' does not say when.",
        "daily 09:00 Mars/Base | 'Mars/Base' is no time zone; write one such as Europe/Berlin.",
        "cron 0 9 * *          | cron has five fields:",
        "cron * * * * *        | The minute must be one number,",
        "cron * * * * * *      | The minute must be one number,",
        "cron */5 * * * *      | The minute must be one number,",
        "cron 0,30 * * * *     | The minute must be one number,",
        "cron 0 25 * * *       | 'cron 0 25 * * *' is not understood;",
        "cron 0 9 30 2 *       | 'cron 0 9 30 2 *' never comes.",
        "cron 0 9 1 * 1        | Name a day of the month or a day of the week, not both:",
        "cron 0 9 * * 8        | 'cron 0 9 * * 8' is not understood;",
        "cron 0 9 * * x        | 'cron 0 9 * * x' is not understood;",
        "cron 0 ? * * *        | 'cron 0 ? * * *' is not understood;",
      })
  void otherWordsAreRefusedWithWhatToSayInstead(String said, String refusal) {
    assertThatThrownBy(() -> timetable(said))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"daily 09:00 kvm full", "daily 09:00 UTC kvm full", "cron 0 9 * * * kvm full"})
  void whatFollowsIsLeftForOthers(String said) {
    assertThat(TimetableWords.parse(List.of(said.split(" ")), BERLIN).rest())
        .containsExactly("kvm", "full");
  }
}
