package reroll.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.digest.DigestForm;
import reroll.bot.series.Arrival;

class SchedulesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final Schedules schedules = new Schedules(List.of());

  private static Schedule schedule(String name, String when, String by) {
    return new Schedule(
        name,
        "room",
        "pond",
        DigestForm.BRIEF,
        "",
        TimetableWords.parse(List.of(when.split(" ")), ZoneId.of("Europe/Berlin")).timetable(),
        by);
  }

  private Schedule asked(String when) {
    Schedule schedule = schedule(schedules.newName(), when, "Ann");
    assertThat(schedules.add(schedule, NOW)).isPresent();
    return schedule;
  }

  private List<String> due(String now) {
    return schedules.due(Instant.parse(now)).stream().map(due -> due.window().period()).toList();
  }

  @Test
  void theFirstWindowBeginsWhereTheLastWouldHaveEnded() {
    asked("daily 09:00");
    assertThat(due("2026-03-11T07:59:59Z")).isEmpty();
    assertThat(due("2026-03-11T08:00:00Z"))
        .containsExactly("2026-03-10 09:00 to 2026-03-11 09:00 Europe/Berlin");
    assertThat(due("2026-03-11T08:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // it is a month later | and one digest tells all that was missed
        "daily 09:00      | 2026-04-10T11:00:00Z | 2026-03-10 09:00 to 2026-04-10 09:00",
        "weekdays 09:00   | 2026-04-12T11:00:00Z | 2026-03-10 09:00 to 2026-04-10 09:00",
        "weekly mon 09:00 | 2026-04-10T11:00:00Z | 2026-03-09 09:00 to 2026-04-06 09:00",
        "cron 0 * * * *   | 2026-04-10T11:30:00Z | 2026-03-10 13:00 to 2026-04-10 13:00",
        "daily 09:00      | 2026-03-29T08:00:00Z | 2026-03-10 09:00 to 2026-03-29 09:00",
      })
  void whatWasMissedIsMadeUpOnce(String when, String now, String period) {
    asked(when);
    assertThat(due(now)).containsExactly(period + " Europe/Berlin");
    assertThat(due(now)).isEmpty();
  }

  @Test
  void windowsJoinOverBothChangesOfTheClockAndALeapDay() {
    Schedule schedule = asked("daily 02:30");
    Instant end = Instant.parse("2028-12-31T00:00:00Z");
    List<Schedules.Due> all = new ArrayList<>();
    for (Instant now = NOW; now.isBefore(end); now = now.plus(Duration.ofMinutes(47))) {
      all.addAll(schedules.due(now));
    }
    Instant reached = schedule.timetable().lastUntil(NOW);
    for (Schedules.Due due : all) {
      assertThat(due.window().from()).isEqualTo(reached);
      reached = due.window().to();
    }
    assertThat(all.size()).isEqualTo(1026); // one a day from 11 March 2026 to 30 December 2028
  }

  @Test
  void aMailThatComesTooLateIsInTheNextWindow() {
    asked("daily 09:00");
    schedules.due(Instant.parse("2026-03-11T08:00:30Z"));
    Arrival late = new Arrival("pond", "a", Instant.parse("2026-03-11T07:59:00Z"));
    Arrival inTime = new Arrival("pond", "b", Instant.parse("2026-03-11T08:00:00Z"));
    schedules.came(late, schedule -> true);
    schedules.came(inTime, schedule -> true);
    schedules.came(new Arrival("sea", "c", late.at()), schedule -> false);

    Schedules.Due next = schedules.due(Instant.parse("2026-03-12T08:00:00Z")).get(0);
    assertThat(next.window().late()).containsExactly(late);
    assertThat(next.window().holds(late)).isTrue();
    assertThat(next.window().holds(inTime)).isTrue();
    next = schedules.due(Instant.parse("2026-03-13T08:00:00Z")).get(0);
    assertThat(next.window().holds(late)).isFalse();
  }

  @Test
  void ofTooManyLatecomersTheOldestGiveWay() {
    asked("daily 09:00");
    for (int i = 0; i <= Progress.MAX_LATE; i++) {
      schedules.came(new Arrival("pond", "ref-" + i, Instant.EPOCH), schedule -> true);
    }
    Schedules.Due next = schedules.due(Instant.parse("2026-03-11T08:00:00Z")).get(0);
    assertThat(next.window().late())
        .hasSize(Progress.MAX_LATE)
        .doesNotContain(new Arrival("pond", "ref-0", Instant.EPOCH));
  }

  @Test
  void tooManySchedulesAreRefused() {
    for (int i = 0; i < Schedules.MAX; i++) {
      asked("daily 09:00");
    }
    assertThat(schedules.add(schedule(schedules.newName(), "daily 09:00", "Ann"), NOW)).isEmpty();
    assertThat(schedules.in("room")).hasSize(Schedules.MAX);
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    Schedule first = asked("daily 09:00");
    assertThat(schedules.remove(schedule -> true)).isEqualTo(1);
    assertThat(schedules.newName()).isNotEqualTo(first.name());
    assertThat(schedules.nextDue()).isEmpty();
  }

  @Test
  void oneOfTheConfigurationBeginsWhenTheTimeIsFirstTold() {
    Schedule morning = schedule("morning", "daily 09:00", "");
    Schedules configured = new Schedules(List.of(morning));
    assertThat(configured.nextDue()).contains(Instant.EPOCH);
    assertThat(configured.due(NOW)).isEmpty();
    assertThat(configured.nextDue()).contains(Instant.parse("2026-03-11T08:00:00Z"));
    assertThat(configured.remove(schedule -> true)).isZero();
  }

  @Test
  void whatWasSavedGoesOn() {
    Schedule asked = asked("daily 09:00");
    schedules.due(Instant.parse("2026-03-11T08:00:00Z"));
    schedules.came(new Arrival("pond", "a", NOW), schedule -> true);
    Schedule morning = schedule("morning", "daily 10:00", "");

    Schedules restored = new Schedules(List.of(morning));
    restored.restore(schedules.save());
    assertThat(restored.in("room")).containsExactly(morning, asked);
    restored.due(Instant.parse("2026-03-11T12:00:00Z"));
    assertThat(restored.due(Instant.parse("2026-03-12T12:00:00Z")))
        .extracting(due -> due.schedule().name() + " " + due.window().late().size())
        .containsExactly("morning 0", "1 1");

    Schedules again = new Schedules(List.of());
    again.restore(restored.save());
    assertThat(again.save().progress()).hasSize(1); // of what the file has no more, nothing stays
  }
}
