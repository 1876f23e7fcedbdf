package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from a by b; Mon, 2 Mar 2026 10:00:00 +0000             | 2026-03-02T10:00:00Z
          from a by b; Mon, 2 Mar 2026 10:00:00 +0100 (CET)       | 2026-03-02T09:00:00Z
          from a by b; Mon, 2 Mar 2026 10:00:00 +0100 (CET; no)   | 2026-03-02T09:00:00Z
          from a (by; b) id <c;d>; Mon, 2 Mar 2026 10:00:00 -0530 | 2026-03-02T15:30:00Z
          by b;Mon,  2 Mar 2026 10:00:00 GMT                      | 2026-03-02T10:00:00Z
          by b; 02 Mar 2026 10:00:00 -0000                        | 2026-03-02T10:00:00Z
          by b; Monday, 2 March 2026 10:00 +0000                  | 2026-03-02T10:00:00Z
          by b; Mon 2 mar 26 10:00:00 EST                         | 2026-03-02T15:00:00Z
          by b; 2 Mar 99 10:00:00 pdt                             | 1999-03-02T17:00:00Z
          by b; 2 Mar 126 10:00:00 Z                              | 2026-03-02T10:00:00Z
          by b; 2-Mar-2026 10:00:00 MEST                          | 2026-03-02T10:00:00Z
          by b; Sun, 2 Mar 2026 10:00:00                          | 2026-03-02T10:00:00Z
          by b; 31 Dec 2016 23:59:60 +0000                        | 2016-12-31T23:59:59Z
          by b; Mon, 2 Mar 2026 10:00:00 +1700                    | 2026-03-01T17:00:00Z
          by b; Mon, 2 Mar 2026 10:00:00 -9999                    | 2026-03-02T10:00:00Z
          """)
  void readsWhatServersWrite(String field, Instant arrived) {
    assertThat(of("Received: " + field + "\nFrom: a\n\ntext\n")).contains(arrived);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "from a by b",
        "from a by b at 2 Mar 2026 10:00:00 +0000",
        "by b; tomorrow",
        "by b; Mon, 32 Mar 2026 10:00:00 +0000",
        "by b; Mon, 30 Feb 2026 10:00:00 +0000",
        "by b; Mon, 2 Mrz 2026 10:00:00 +0000",
        "by b; Mon, 2 Mar 2026 24:00:00 +0000",
        "by b; Mon, 2 Mar 2026 10:99:00 +0000",
        "by b; Thu, 1 Jan 1970 00:00:00 +0000",
        "by b; Mon, 2 Mar 99999999999 10:00:00 +0000",
      })
  void whatIsNoDateIsNone(String field) {
    assertThat(of("Received: " + field + "\n\n")).isEmpty();
  }

  @Test
  void theTopmostFieldThatHasADateCounts() {
    String header =
        """
        X-Received: by c; Mon, 2 Mar 2026 09:00:00 +0000
        Received: by d with no date
        RECEIVED: from e
        \tby f
         ; Mon, 2 Mar 2026
          10:00:00 +0000
        Received: by g; Mon, 2 Mar 2026 08:00:00 +0000

        """;

    assertThat(of(header)).contains(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(of(header.replace("\n", "\r\n"))).contains(Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void theTextIsNotTheHeader() {
    String text = "Received: by b; Mon, 2 Mar 2026 10:00:00 +0000\n";

    assertThat(of("From: a\n\n" + text)).isEmpty();
    assertThat(of("From: a\r\n\r\n" + text)).isEmpty();
    assertThat(of("\n" + text)).isEmpty();
  }

  @Test
  void aHeaderThatNeverEndsIsReadOnlySoFar() {
    String endless = "Received: ;" + " ;\n".repeat(200_000);

    assertThat(of(endless + "Received: by b; Mon, 2 Mar 2026 10:00:00 +0000\n")).isEmpty();
  }

  private static Optional<Instant> of(String mail) {
    return ReceivedDate.of(mail.getBytes(ISO_8859_1));
  }
}
