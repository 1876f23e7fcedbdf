package reroll.bot.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedPrintableTest {
  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("plain\ntext\r\n", "plain\ntext\r\n"),
        Arguments.of("a=3Db=3db", "a=b=b"),
        Arguments.of("soft=\nline", "softline"),
        Arguments.of("soft=\r\nline", "softline"),
        Arguments.of("soft= \t\nline", "softline"),
        Arguments.of("blanks \t \nand \r\nend ", "blanks\nand\r\nend"),
        Arguments.of("kept=20\nkept =\n blank", "kept \nkept  blank"),
        Arguments.of("a=ZZ b== c=4", "a=ZZ b== c=4"),
        Arguments.of("a=", "a"),
        Arguments.of("\r \r\r\n", "\r \r\r\n"),
        Arguments.of("", ""));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("bodies")
  void escapesAreUndoneAndTheRestStays(String encoded, String decoded) {
    assertThat(QuotedPrintable.decode(encoded.getBytes(ISO_8859_1)))
        .isEqualTo(decoded.getBytes(ISO_8859_1));
  }
}
