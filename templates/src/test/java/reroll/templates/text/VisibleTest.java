package reroll.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "two\nlines\tand a tab", "é 石井 遥 😀 \u00A0 • −"})
  void whatReadersSeeStays(String text) {
    assertThat(Visible.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x85, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E,
        0x2060, 0x2066, 0x2069, 0xFEFF, 0xD83D, 0xDE00, 0xE0001
      })
  void whatTurnsLinesDrivesTerminalsOrHidesGoes(int harmful) {
    String text = "a" + new String(Character.toChars(harmful)) + "b";

    assertThat(Visible.of(text)).isEqualTo("ab");
  }
}
