package reroll.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
  @Test
  void theBlocksOfAMessageAreUnderstood() {
    Node document =
        RichText.ofMarkdown("# a\n\nb\n\n- c\n\n1. d\n\n> e\n\n```\nf\n```\n\n***").tree();

    assertThat(document.getFirstChild()).isInstanceOf(Heading.class);
    assertThat(document.getFirstChild().getNext()).isInstanceOf(Paragraph.class);
    assertThat(document.getLastChild()).isInstanceOf(ThematicBreak.class);
    assertThat(document.getLastChild().getPrevious()).isInstanceOf(FencedCodeBlock.class);
    assertThat(document.getLastChild().getPrevious().getPrevious()).isInstanceOf(BlockQuote.class);
    Node list = document.getFirstChild().getNext().getNext();
    assertThat(list).isInstanceOf(BulletList.class);
    assertThat(list.getNext()).isInstanceOf(OrderedList.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>\nx\n</div>", "    deep", "<script>alert(1)</script>"})
  void rawHtmlAndIndentsMakeNoBlocks(String markdown) {
    assertThat(RichText.ofMarkdown(markdown).tree().getFirstChild()).isInstanceOf(Paragraph.class);
  }

  @Test
  void plainTextIsShownAsItIs() {
    Node paragraph = RichText.ofPlain("- *a* [b](c) <d> @room").tree().getFirstChild();

    assertThat(paragraph).isInstanceOf(Paragraph.class);
    assertThat(paragraph.getFirstChild()).isInstanceOf(Text.class);
    assertThat(((Text) paragraph.getFirstChild()).getLiteral()).isEqualTo("- *a* [b](c) <d> @room");
    assertThat(paragraph.getFirstChild().getNext()).isNull();
  }

  @Test
  void everyTreeIsNewSoThatAChatMayChangeIt() {
    RichText text = RichText.ofMarkdown("*a*");
    text.tree().getFirstChild().unlink();

    assertThat(text.tree().getFirstChild()).isNotNull();
  }

  @Test
  void textsAreEqualByWhatTheySay() {
    assertThat(RichText.ofPlain("a*")).isEqualTo(RichText.ofMarkdown("a\\*"));
    assertThat(RichText.ofPlain("a*")).hasSameHashCodeAs(RichText.ofMarkdown("a\\*"));
    assertThat(RichText.ofPlain("a")).isNotEqualTo(RichText.ofPlain("b"));
    assertThat(RichText.ofMarkdown("a\\*")).hasToString("a\\*");
  }
}
