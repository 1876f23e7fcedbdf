package reroll.templates.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.node.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`!why #12` | !why #12",
        "`!why #12` `!unfollow #12` | !why #12, !unfollow #12",
        "`!why` and more | ''",
        "`why` | ''",
        "`! why` | ''",
        "`!Why` | ''",
        "text | ''",
        "- `!why` | ''",
        "**`!why`** | ''",
        "`!a` `!b` `!c` `!d` `!e` | !a, !b, !c, !d, !e",
        "`!a` `!b` `!c` `!d` `!e` `!f` | ''",
      })
  void onlyAParagraphOfNothingButCommandsIsARow(String markdown, String commands) {
    List<Code> row = CommandRow.of(RichText.ofMarkdown(markdown).tree().getFirstChild());

    assertThat(String.join(", ", row.stream().map(Code::getLiteral).toList())).isEqualTo(commands);
  }
}
