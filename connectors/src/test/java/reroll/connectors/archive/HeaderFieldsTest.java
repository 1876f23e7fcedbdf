package reroll.connectors.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "'Subject: x\n\nbody' | ''",
        "'Date: now\n\nDate: body' | ' now\n'",
        "'DATE: now\r\n\r\nDate: body' | ' now\r\n'",
        "'Date : now\n\n' | ' now\n'",
        "'Date: a\n b\n\tc\nTo: x\n\n' | ' a\n b\n\tc\n'",
        "'no field\nDate: now' | ' now'",
        "'Date\n: now\n\n' | ''",
        "': Date\n\n' | ''",
      })
  void aFieldIsFoundWithItsFoldsAndNowhereElse(String mail, String value) {
    assertThat(String.join("", dates(mail))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"no colon, 0", "Date: x, 32768"}) // lines of eight bytes, in 256 KB
  void aHeaderWithoutAnEndIsReadToItsLimit(String line, int found) {
    assertThat(dates((line + "\n").repeat(200_000))).hasSize(found);
  }

  private static List<String> dates(String mail) {
    return new HeaderFields(mail.getBytes(ISO_8859_1)).values("Date"::equalsIgnoreCase);
  }
}
