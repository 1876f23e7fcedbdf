package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as they stand in headers (PEERS G20). */
class MailDatesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 02 Mar 2026 10:20:30 +0100            | 2026-03-02T09:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 -0800 (PST)       | 2026-03-02T18:20:30Z",
        "2 Mar 2026 10:20:30 +0000                  | 2026-03-02T10:20:30Z",
        "Tue, 2 Mar 2026 10:20:30 +0000             | 2026-03-02T10:20:30Z",
        "Mon,  2 Mar 2026 10:20 +0000               | 2026-03-02T10:20:00Z",
        "Mon, 2 March 2026 10:20:30 +0000           | 2026-03-02T10:20:30Z",
        "mon, 2 mar 2026 1:20:30 +0000              | 2026-03-02T01:20:30Z",
        "Mon, 2 Mar 26 10:20:30 +0000               | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 99 10:20:30 +0000               | 1999-03-02T10:20:30Z",
        // No offset, or none that exists: read as UTC.
        "Mon, 2 Mar 2026 10:20:30                   | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 -0000             | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 GMT               | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 +9999             | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 +0575             | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 +1801             | 2026-03-02T10:20:30Z",
        "Mon, 2 Mar 2026 10:20:30 +1345             | 2026-03-01T20:35:30Z",
        // A leap second.
        "Wed, 31 Dec 2025 23:59:60 +0000            | 2025-12-31T23:59:59Z",
        // Clocks that are wrong tell what they tell.
        "Wed, 15 Sep 2077 00:13:18 +0200            | 2077-09-14T22:13:18Z",
        "Thu, 01 Jan 1970 00:00:00 +0000            | 1970-01-01T00:00:00Z",
      })
  void aDateIsRead(String text, Instant date) {
    assertThat(MailDates.parse(text)).contains(date);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Mon, 32 Mar 2026 10:20:30 +0000",
        "Mon, 30 Feb 2026 10:20:30 +0000",
        "Mon, 2 Foo 2026 10:20:30 +0000",
        "Mon, 2 Mar 2026 25:20:30 +0000",
        "Mon, 2 Mar 2026",
        "99999999999999999999",
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(MailDates.parse(text)).isEmpty();
  }
}
