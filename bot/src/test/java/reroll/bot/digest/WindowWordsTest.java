package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowWordsTest {
  /** A Tuesday, the first of a summer time, in the zone of the tests. */
  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24h                      | 2026-03-30 12:00 to 2026-03-31 12:00",
        "3d                       | 2026-03-28 11:00 to 2026-03-31 12:00", // 72 hours
        "2 W                      | 2026-03-17 11:00 to 2026-03-31 12:00",
        "since 3d                 | 2026-03-28 11:00 to 2026-03-31 12:00",
        "today                    | 2026-03-31 00:00 to 2026-03-31 12:00",
        "since today              | 2026-03-31 00:00 to 2026-03-31 12:00",
        "yesterday                | 2026-03-30 00:00 to 2026-03-31 00:00",
        "since yesterday          | 2026-03-30 00:00 to 2026-03-31 12:00",
        "since monday             | 2026-03-30 00:00 to 2026-03-31 12:00",
        "since  Mon               | 2026-03-30 00:00 to 2026-03-31 12:00",
        "since tuesday            | 2026-03-31 00:00 to 2026-03-31 12:00", // it is Tuesday
        "since wednesday          | 2026-03-25 00:00 to 2026-03-31 12:00",
        "sunday                   | 2026-03-29 00:00 to 2026-03-30 00:00", // a day of 23 hours
        "tuesday                  | 2026-03-31 00:00 to 2026-03-31 12:00",
        "friday..monday           | 2026-03-27 00:00 to 2026-03-30 00:00",
        "friday..now              | 2026-03-27 00:00 to 2026-03-31 12:00",
        "2026-03-01               | 2026-03-01 00:00 to 2026-03-31 12:00",
        "since 2026-03-01         | 2026-03-01 00:00 to 2026-03-31 12:00",
        "2026-03-01..             | 2026-03-01 00:00 to 2026-03-31 12:00",
        "2026-03-01..2026-03-08   | 2026-03-01 00:00 to 2026-03-08 00:00",
        "2026-03-01 .. yesterday  | 2026-03-01 00:00 to 2026-03-30 00:00",
        "2026-03-29T02:30..2026-03-29 04:00 | 2026-03-29 03:30 to 2026-03-29 04:00", // no 02:30
        "2026-03-29T01:30Z..2026-03-29T02:00Z | 2026-03-29 03:30 to 2026-03-29 04:00",
      })
  void peopleNameWindowsInWords(String words, String period) {
    assertThat(WindowWords.parse(words, NOW, ZONE).period()).isEqualTo(period + " Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "since",
        "since sometime",
        "su",
        "0h",
        "99999d",
        "7 days",
        "..",
        "..2026-03-01",
        "2026-03-08..2026-03-01",
        "2026-03-01..2026-03-01",
        "2027-01-01",
        "since 2027-01-01",
        "tuesday..monday",
        "2026-02-30",
        "a..b..c"
      })
  void otherWordsAreRefusedWithExamples(String words) {
    assertThatThrownBy(() -> WindowWords.parse(words, NOW, ZONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + words + "' is no window; windows are " + WindowWords.EXAMPLES + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6.19-rc1..", "since v6.19-rc1", "v6.19-rc1..v6.19-rc2", "V6.19-rc1"})
  void aReleaseIsNoMomentThatIsKnown(String words) {
    assertThatThrownBy(() -> WindowWords.parse(words, NOW, ZONE))
        .hasMessage(
            "I do not know when v6.19-rc1 came out; name its day instead, such as 2026-03-01.");
  }
}
