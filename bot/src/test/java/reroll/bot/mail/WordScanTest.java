package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordScanTest {
  private final WordScan scan = new WordScan("please", "nak");

  @ParameterizedTest
  @ValueSource(
      strings = {"please", "Please drop it", "so PLEASE", "nplease", "self-NAK", "un nakedly"})
  void aWordIsFoundWhereverItStandsAndWhateverItsCase(String text) {
    assertThat(scan.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "pleas", "na", "na k", "nl pa", "pl\u00E9ase n\u00E4k"})
  void whatOnlyLooksAlikeIsNotFound(String text) {
    assertThat(scan.isIn(text)).isFalse();
  }
}
