package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromLineTest {
  @ParameterizedTest
  @CsvSource({
    "From ann@example.org Mon Mar  2 10:00:00 2026, 2026-03-02T10:00:00Z",
    "From ann@example.org  Mon Mar 02 10:00:00 2026, 2026-03-02T10:00:00Z",
    "From - Mon Mar  2 10:00 2026, 2026-03-02T10:00:00Z",
    "From Ann at example org Mon Mar  2 10:00:00 EST 2026, 2026-03-02T15:00:00Z",
    "From ann Mon Mar  2 10:00:00 2026 +0100, 2026-03-02T09:00:00Z",
    "From ann Mon Mar  2 10:00:00 +0100 2026, 2026-03-02T09:00:00Z",
  })
  void tellsWhenTheMailArrived(String line, Instant arrived) {
    assertThat(FromLine.date(line + "\n")).contains(arrived);
    assertThat(FromLine.date(line + "\r\n")).contains(arrived);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ",
        "From ann@example.org",
        "From mboxrd@z Thu Jan  1 00:00:00 1970",
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
        "From ann Mon Foo  2 10:00:00 2026",
        "From ann Mon Mar 32 10:00:00 2026",
        "From ann Mon Mar  2 25:00:00 2026",
        "From ann Mon Mar  2 10:00:00 1901",
        "From ann Mon Mar  2 10:00:00 2026 and more",
      })
  void aLineWithoutDateTellsNone(String line) {
    assertThat(FromLine.date(line + "\n")).isEmpty();
  }
}
