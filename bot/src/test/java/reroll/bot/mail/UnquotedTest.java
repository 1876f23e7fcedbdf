package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the writer of a mail says, without those who are quoted and without a signature. */
class UnquotedTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', ''",
    "one, one",
    "one/, one/",
    "one//two, one//two",
    "> old, ''",
    "> old/one, one",
    "one/> old, one/",
    "one/> old/| older/two/, one/two/",
    "' > one', ' > one'",
    "one/-- /Ann, one/",
    "-- /Ann, ''",
    "> old/-- /Ann, ''",
    "one/-- Ann/two, one/-- Ann/two",
    "one/-- /> two/-- , one/",
  })
  void isAllButQuotesAndTheSignature(String text, String said) {
    assertThat(MailReader.unquoted(text.replace('/', '\n'))).isEqualTo(said.replace('/', '\n'));
  }
}
