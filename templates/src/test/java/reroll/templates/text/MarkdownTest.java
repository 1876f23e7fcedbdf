package reroll.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  /** What Markdown knows, and what it takes as blank or hides. */
  private static final String ALPHABET =
      "ab1 *_`~[]()<>!#&;:/@|\\\\\"'=+-.{}$^%,?\n\t\r\u0000\u001B\u0085\u00A0\u061C\u200B\u202E\u2028é漢";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*bold* _it_ **b** `code` ~s~",
        "[text](https://evil.example) ![p](x) <https://evil.example>",
        "<b>html</b> <!-- c --> &amp; &#64;",
        "# head",
        "- item",
        "1. one",
        "> quote",
        "```",
        "***",
        "===",
        "    deep",
        "@room <!channel> <@U1>",
        "ends with a backslash \\",
        "a\\*b",
      })
  void anEscapedValueIsTextAndNothingElse(String value) {
    assertThat(onlyText(Markdown.escape(value))).isEqualTo(value.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {" a ", "\u00A0a\u00A0", "\na\u2003\t", "\u200B a"})
  void blanksAtTheEndsGoSoThatEmphasisCloses(String value) {
    assertThat(Markdown.escape(value)).isEqualTo("a");
  }

  @Test
  void aValueIsOneLine() {
    assertThat(Markdown.escape("a\nb\r\nc\td\u2028e")).isEqualTo("a b  c d e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\u001B", "\u007F", "\u009B", "\u061C", "\u200B", "\u200F", "\u202A",
        "\u202E", "\u2060", "\u2066", "\u2069", "\uFEFF"
      })
  void charactersThatNobodySeesAreDropped(String unseen) {
    assertThat(Markdown.escape("a" + unseen + "b")).isEqualTo("ab");
    assertThat(Markdown.code("a" + unseen + "b")).isEqualTo("`ab`");
    assertThat(Markdown.fenced("a" + unseen + "b")).isEqualTo("```\nab\n```");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a `b` c", "``", "`", "a ``` b", "`a", "b`", "*x* <b>"})
  void nothingEndsCodeWithinALine(String value) {
    Node code = paragraph(Markdown.code(value)).getFirstChild();

    assertThat(code).isInstanceOf(Code.class);
    assertThat(code.getNext()).isNull();
    assertThat(((Code) code).getLiteral()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "```\nout?", "a\n````\nb", "~~~", "    deep\n\n- item", "a\n"})
  void nothingEndsAFence(String block) {
    Node fence = RichText.ofMarkdown(Markdown.fenced(block)).tree().getFirstChild();

    assertThat(fence).isInstanceOf(FencedCodeBlock.class);
    assertThat(fence.getNext()).isNull();
    assertThat(((FencedCodeBlock) fence).getLiteral())
        .isEqualTo(block.endsWith("\n") ? block : block + "\n");
  }

  @Test
  void noMixtureOfCharactersIsMarkup() {
    long seed = 20_260_301;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder value = new StringBuilder("x");
      for (int n = random.nextInt(30); n > 0; n--) {
        value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      value.append('x');
      assertThat(onlyText(Markdown.escape(value.toString())))
          .as("seed %d, value %d: %s", seed, i, value)
          .isEqualTo(seen(value.toString()));
    }
  }

  /** What should be left to see. */
  private static String seen(String value) {
    return value.replaceAll("[\\s\u2028\u00A0]", " ").replaceAll("[\\p{Cc}\u061C\u200B\u202E]", "");
  }

  private static Node paragraph(String markdown) {
    Node block = RichText.ofMarkdown(markdown).tree().getFirstChild();
    assertThat(block).isInstanceOf(Paragraph.class);
    assertThat(block.getNext()).isNull();
    return block;
  }

  /** The text of a single paragraph; fails where there is anything but text. */
  private static String onlyText(String markdown) {
    StringBuilder out = new StringBuilder();
    paragraph(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                out.append(text.getLiteral());
              }

              @Override
              protected void visitChildren(Node parent) {
                assertThat(parent).isInstanceOf(Paragraph.class);
                for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
                  assertThat(n).isInstanceOf(Text.class);
                  n.accept(this);
                }
              }
            });
    return out.toString();
  }
}
