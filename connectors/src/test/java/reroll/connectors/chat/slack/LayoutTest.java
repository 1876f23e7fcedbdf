package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.golden.Golden;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How text becomes blocks. */
class LayoutTest {
  private static final String ALL =
      """
      # A heading

      **v2 of [mm\\: frobs](<https://lists.example/mm/1/>)** by *Ann* with `code`, a\\
      hard break and <b>.

      - one **bold**
      - two
        - two and a half
      - three

      1. first
      2. second

      > quoted
      >
      > twice

      ```
      - fixed * (Ann)
        <!channel>
      ```

      ---

      `!follow #12` `!why #12`

      Later.

      *followed here by Bea*

      `!diff #12` `!unfollow #12`
      """;

  private static Messages messages(String markdown) {
    return Messages.of(RichText.ofMarkdown(markdown));
  }

  @Test
  void everyKindOfTextHasItsBlock() {
    Messages messages = messages(ALL);

    OfficialModels.checkBlocks(messages.parts().get(0).toString());
    Golden.besides(LayoutTest.class)
        .check(
            "all.json",
            JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(messages.parts().get(0))
                + "\n");
    Golden.besides(LayoutTest.class).check("all.txt", messages.text() + "\n");
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        "x",
        "word ".repeat(20_000),
        "a".repeat(100_000),
        "😀".repeat(30_000),
        Markdown.fenced("line\n".repeat(20_000)),
        Markdown.fenced("a".repeat(50_000)),
        Markdown.fenced(""),
        "- item " + "long ".repeat(5_000),
        IntStream.range(0, 3_000).mapToObj(i -> "- item " + i).collect(Collectors.joining("\n")),
        IntStream.range(0, 500).mapToObj(i -> "par " + i).collect(Collectors.joining("\n\n")),
        "> ".repeat(200) + "deep",
        IntStream.range(0, 30)
            .mapToObj(i -> "  ".repeat(i) + "- deep")
            .collect(Collectors.joining("\n")),
        "[x](<https://a.example/" + "u".repeat(5_000) + ">)",
        IntStream.range(0, 200)
            .mapToObj(i -> "[t" + i + "](<https://a.example/" + "u".repeat(1_500) + ">)")
            .collect(Collectors.joining(" ")),
        IntStream.range(0, 40).mapToObj(i -> "`!why #" + i + "`").collect(Collectors.joining(" ")),
        "&".repeat(40_000));
  }

  /** The limits of Slack that are known; see PROTOCOLS.md C.5. */
  @ParameterizedTest
  @MethodSource("texts")
  void noMessageIsBeyondALimit(String text) {
    Messages messages = messages(text);

    assertThat(messages.text()).isNotEmpty().hasSizeLessThanOrEqualTo(PlainText.MAX_CHARS);
    for (JsonNode part : messages.parts()) {
      assertThat(part).hasSizeBetween(1, 50);
      assertThat(allText(part)).isLessThanOrEqualTo(Messages.MAX_CHARS);
      OfficialModels.checkBlocks(part.toString());
      assertThat(part.toString()).as("whole characters").doesNotContain("?");
    }
  }

  private static int allText(JsonNode node) {
    int sum = node.path("text").isString() ? node.path("text").stringValue().length() : 0;
    for (JsonNode inside : node) {
      sum += allText(inside);
    }
    return sum;
  }

  @Test
  void nothingIsLostWhereTextIsCut() {
    String words =
        IntStream.range(0, 9_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    StringBuilder read = new StringBuilder();
    for (JsonNode part : messages(words).parts()) {
      part.findValuesAsString("text").forEach(read::append);
    }

    assertThat(read).hasToString(words);
  }

  @Test
  void aLinkToSomethingElseThanAPageIsText() {
    for (String url : List.of("javascript:alert(1)", "file:///etc/passwd", "slack://user", "x y")) {
      String block = messages("[press](<" + url + ">)").parts().get(0).toString();

      assertThat(block).contains("press").doesNotContain("\"link\"");
    }
  }
}
