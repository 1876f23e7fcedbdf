package reroll.bot.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '~',
      value = {
        "digest  kvm\t7d |digest;kvm;7d",
        "follow \"page cache\" now|follow;page cache;now",
        "follow \"page cache|follow;page cache",
        "title:\"page cache\" -kind:rfc|title:\"page cache\";-kind:rfc",
        "title:\"page cache|title:\"page cache",
        "a\"b c\"d e|a\"b c\"d;e",
        "\"a\"b|a;b",
        "\"\" x|;x",
      })
  void aLineHasTheseWords(String line, String words) {
    assertThat(QuotedWords.split(line)).containsExactly(words.split(";", -1));
  }

  @Test
  void aLongWordIsOneWord() {
    String longWord = "x".repeat(100_000) + "\"\"".repeat(10_000);
    assertThat(QuotedWords.split(" " + longWord + " ")).isEqualTo(List.of(longWord));
  }
}
