package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;

/** How a text looks in the two forms of a Matrix message. */
class LayoutTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**a** *b* `c<d>` | <p><strong>a</strong> <em>b</em> <code>c&lt;d&gt;</code></p> | a b"
            + " c<d>",
        "[t](https://x.example/a?b=1&c) | <p><a href=\"https://x.example/a?b=1&amp;c\">t</a></p> |"
            + " t <https://x.example/a?b=1&c>",
        "<https://x.example/> | <p><a href=\"https://x.example/\">https://x.example/</a></p> |"
            + " https://x.example/",
        "[t](javascript:alert) | <p>t</p> | t <javascript:alert>",
        "[t](mxc://x/y) | <p>t</p> | t <mxc://x/y>",
        "![t](https://x.example/p.png) | <p>t</p> | t",
        "- a\\n- b\\n  - c | <ul><li>a</li><li>b<ul><li>c</li></ul></li></ul> | - a\\n- b\\n  - c",
        "- a\\n\\n- b | <ul><li>a</li><li>b</li></ul> | - a\\n- b",
        "- a\\n"
            + "\\n"
            + "  b\\n"
            + "- c | <ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul> | - a\\n"
            + "\\n"
            + "  b\\n"
            + "- c",
        "3. a\\n4. b | <ol start=\"3\"><li>a</li><li>b</li></ol> | 3. a\\n4. b",
        "# h\\n\\ntext | <h3>h</h3><p>text</p> | h\\n\\ntext",
        "> q | <blockquote><p>q</p></blockquote> | > q",
        "a<b>c | <p>a&lt;b&gt;c</p> | a<b>c",
        "a\u202Eb | <p>ab</p> | ab",
      })
  void bothFormsSayTheSame(String markdown, String html, String plain) {
    Layout layout = layout(markdown.replace("\\n", "\n"));

    assertThat(layout.html()).isEqualTo(html);
    assertThat(layout.plain()).isEqualTo(plain.replace("\\n", "\n"));
  }

  @Test
  void deepNestingStaysBelowWhatClientsTake() {
    String html = layout("> ".repeat(150) + "deep").html();

    assertThat(html.split("<blockquote>", -1)).hasSizeLessThan(100);
    assertThat(html).contains("deep");
  }

  @Test
  void textOfStrangersMakesNoMarkup() {
    String hostile = "<img src=x onerror=alert(1)> @room &amp; \"' <script>";
    String html = layout(Markdown.escape(hostile)).html();

    assertThat(html).doesNotContain("<img").doesNotContain("<script").contains("&lt;img");
  }

  @Test
  void aListIsCutBetweenItsItemsAndKeepsItsNumbers() {
    String items = "word ".repeat(400);
    String markdown = "1. " + items + "\n2. " + items;
    List<Layout> blocks = Layout.blocks(RichText.ofMarkdown(markdown).tree(), 5_000);

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(1).html()).startsWith("<ol start=\"2\"><li>word");
    assertThat(blocks.get(1).plain()).startsWith("2. word");
  }

  @Test
  void aSingleBlockThatIsTooLongIsCutButLosesNothing() {
    String line = "\uD83D\uDC27\"<".repeat(30_000);
    List<Layout> blocks = Layout.blocks(RichText.ofPlain(line).tree(), 10_000);

    assertThat(blocks).allMatch(block -> block.size() <= 10_000);
    assertThat(String.join("", blocks.stream().map(Layout::plain).toList())).isEqualTo(line);
  }

  private static Layout layout(String markdown) {
    List<Layout> parts = Cutter.parts(RichText.ofMarkdown(markdown));
    assertThat(parts).hasSize(1);
    return parts.get(0);
  }
}
