package reroll.templates.text;

import java.util.Objects;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * A message as people will see it, whatever the chat: paragraphs, headings, lists, quotes, code,
 * emphasis and links. Kept as Markdown (CommonMark 0.31) in which every value is escaped, so it can
 * be saved and compared; {@link #tree} is what a chat lays out. Raw HTML blocks are not understood.
 * Immutable.
 */
public final class RichText {
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  ListBlock.class,
                  BlockQuote.class,
                  FencedCodeBlock.class,
                  ThematicBreak.class))
          .build();

  private final String markdown;

  private RichText(String markdown) {
    this.markdown = Objects.requireNonNull(markdown);
  }

  /** Takes Markdown as a template made it. */
  public static RichText ofMarkdown(String markdown) {
    return new RichText(markdown);
  }

  /** Takes text that is shown as it is: nothing in it is markup. */
  public static RichText ofPlain(String text) {
    return new RichText(Markdown.escape(text));
  }

  /** A new tree; the caller may change it. */
  public Node tree() {
    return PARSER.parse(markdown);
  }

  public String markdown() {
    return markdown;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RichText text && text.markdown.equals(markdown);
  }

  @Override
  public int hashCode() {
    return markdown.hashCode();
  }

  @Override
  public String toString() {
    return markdown;
  }
}
