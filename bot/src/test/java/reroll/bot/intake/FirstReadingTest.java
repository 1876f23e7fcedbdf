package reroll.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read while a list is read for the first time. */
class FirstReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "300000 | 60 | 2026-02-01 | kvm [##########----------] 300,000 mails, 5,000 a second, about 60 s left",
        "1000   |  1 | 2026-01-01 | kvm [--------------------] 1,000 mails, 1,000 a second",
        "10     |  0 | 2026-01-02 | kvm [--------------------] 10 mails, 10,000 a second",
        "500    |  5 | 2026-03-04 | kvm [####################] 500 mails, 100 a second, about 0 s left",
        "9000   | 90 | 2026-01-08 | kvm [##------------------] 9,000 mails, 100 a second, about 11 min left",
        "9000   | 900| 2026-01-03 | kvm [--------------------] 9,000 mails, 10 a second, about 7 h left",
      })
  void saysHowMuchOfTheTimeOfTheArchiveIsReadAndHowLongTheRestMayTake(
      long mails, long seconds, String reached, String line) {
    Instant now = Instant.parse("2026-03-04T00:00:00Z");

    FirstReading reading =
        new FirstReading(
            "kvm",
            mails,
            now.minusSeconds(seconds),
            now,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse(reached + "T00:00:00Z"),
            false);

    assertThat(reading.line()).isEqualTo(line);
  }

  @Test
  void anArchiveIsReadToItsEndThoughItsNewestMailIsOld() {
    Instant now = Instant.parse("2026-03-04T00:00:00Z");
    Instant year = Instant.parse("2025-01-01T00:00:00Z");
    FirstReading reading =
        new FirstReading("kvm", 500, now.minusSeconds(5), now, year, year.plusSeconds(60), true);

    assertThat(reading.line()).isEqualTo("kvm [####################] 500 mails, 100 a second");
  }
}
