package reroll.connectors.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.golden.Golden;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;

class TerminalTextTest {
  private static final String EVERYTHING =
      """
      # A heading that is a little longer than a line

      A paragraph with **bold words**, *words in the background*, `code` and
      a [link](<https://lists.example/mm/1@x/>), long enough for three lines.

      - a short item
      - **s12** an item that goes on and on until it wraps below its own first word
      - an item with more

        - one below it
        - > a quote in a list, which has both its marker and its bar

      9. nine
      10. ten, with a number that is wider and words that wrap below the words

      > A quote of somebody who said so much that it takes two lines.

      ```
      a line of code does not wrap, however long it is, for it could be copied

        blanks and **stars** stay
      ```

      ***

      The end.
      """;

  private final Golden golden = Golden.besides(TerminalTextTest.class);

  @ParameterizedTest
  @ValueSource(ints = {40, 100})
  void aMessageInPlainLines(int width) {
    golden.check("plain-" + width + ".txt", plain(EVERYTHING, width) + "\n");
  }

  @Test
  void aMessageInColours() {
    String coloured = TerminalText.layOut(RichText.ofMarkdown(EVERYTHING), 40, true);

    golden.check("coloured-40.txt", coloured.replace('\u001B', '␛') + "\n");
  }

  /** Colours take no room: with and without them, the words stand in the same places. */
  @Test
  void coloursMoveNothing() {
    String coloured = TerminalText.layOut(RichText.ofMarkdown(EVERYTHING), 40, true);

    assertThat(AttributedString.stripAnsi(coloured).lines().map(String::stripTrailing))
        .containsExactlyElementsOf(plain(EVERYTHING, 40).lines().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 33, 40, 71, 100})
  void noLineOfProseIsWiderThanThePaper(int width) {
    String prose =
        "Words of *many* **lengths** stand `here`, wide ones such as 漢字漢字 too. ".repeat(9);

    assertThat(plain("- " + prose, width).lines())
        .allMatch(line -> new AttributedString(line).columnLength() <= width);
  }

  @ParameterizedTest
  @CsvSource({
    // East Asian characters take two columns each, so that only eight fit with a blank.
    "漢字漢字漢字 漢字漢字漢字, 2",
    "漢字漢字 漢字漢字, 1",
    "abcdef abcdef, 1",
    // Accents that stand on another letter take none.
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301, 1",
  })
  void widthIsCountedInColumns(String text, int lines) {
    assertThat(plain(text, 20).lines()).hasSize(lines);
  }

  @Test
  void aWordThatIsTooLongStandsWholeOnItsOwnLine() {
    assertThat(plain("see https://lists.example/a/very/long/address for more", 20).lines())
        .containsExactly("see", "https://lists.example/a/very/long/address", "for more");
  }

  /** Templates escape already; a text that slipped past them must not drive the terminal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \u001B[31mred\u001B[0m b",
        "\u001B]0;title\u0007",
        "\u001B]52;c;ZXZpbA==\u001B\\\\",
        "\u009B2J",
        "`\u001B[2J`",
        "[x](<https://x.example/\u001B[2J>)",
        "[x](<https://x.example/&#27;[2J>)",
        "&#x1b;[2J",
        "```\n\u001B[2J\r\u0008\n```",
        "> - \u001B[2J",
        "# \u001B[2J",
        "<b \u001B[2J>",
        "\u202Egpj \u2066x\u2069",
      })
  void noSequenceOfAStrangerReachesTheTerminal(String markdown) {
    assertThat(plain(markdown, 80)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
    assertThat(coloured(markdown).replaceAll("\u001B\\[(?:0|1|2|36)m", ""))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  @Test
  void escapedValuesAreShownAsTheyWereWritten() {
    String value = "*a* [b](c) <d> @room &amp; \\";

    assertThat(plain(Markdown.escape(value), 80)).isEqualTo(value);
  }

  @Test
  void anEmptyMessageIsEmpty() {
    assertThat(plain("", 80)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a\\nb | a b", "a\\\\\\nb | a/b", "- a\\n- b | • a/• b", "- - a | • • a"})
  void lineEndsMeanWhatMarkdownSays(String markdown, String shown) {
    assertThat(plain(markdown.replace("\\n", "\n").replace("\\\\", "\\"), 80))
        .isEqualTo(shown.replace('/', '\n'));
  }

  private static String plain(String markdown, int width) {
    return TerminalText.layOut(RichText.ofMarkdown(markdown), width, false);
  }

  private static String coloured(String markdown) {
    return TerminalText.layOut(RichText.ofMarkdown(markdown), 80, true);
  }
}
