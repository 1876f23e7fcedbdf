package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a list is read for the first time. */
class StartTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-02T10:00:00Z",
    "7d, 2026-02-23T10:00:00Z",
    "12h, 2026-03-01T22:00:00Z",
    "2026-01-01, 2025-12-31T23:00:00Z",
    "all, "
  })
  void isATimeBeforeNowOrADayInTheZoneOfTheFile(String text, Instant start) throws Exception {
    Start read = (Start) new Values(Path.of("/")).read(Start.class, text);

    assertThat(read.at(NOW, ZoneId.of("Europe/Berlin"))).isEqualTo(Optional.ofNullable(start));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "7", "2026-13-01", "01.01.2026", "-7d"})
  void saysWhatToWriteInsteadOfWhatItCannotRead(String text) {
    Throwable refused =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> new Values(Path.of("/")).read(Start.class, text));

    assertThat(refused)
        .isInstanceOf(BadValue.class)
        .hasMessage("\"" + text + "\" is no beginning; write now, 7d, 2026-01-01 or all");
  }
}
