package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "!help|help[]",
        "!digest kvm 7d|digest[kvm, 7d]",
        "!DiGeST kvm 7D|digest[kvm, 7D]",
        "  !digest\t kvm    7d  |digest[kvm, 7d]",
        "! help|help[]",
        "!series \"page cache\" x|series[page cache, x]",
        "!series \"page cache|series[page cache]",
        "!series \u201Cpage cache\u201D|series[page cache]",
        "!follow title:\"page cache\" x|follow[title:\"page cache\", x]",
        "!follow -title:\"page cache|follow[-title:\"page cache]",
        "!series\u00A0page|series[page]",
        "!series <20260303.a@b.example>|series[<20260303.a@b.example>]",
        "!series https://lore.kernel.org/r/a%40b|series[https://lore.kernel.org/r/a%40b]",
        "!follow #12|follow[#12]",
        "!follow ünïcode 石井|follow[ünïcode, 石井]",
      })
  void aPrefixMakesACommandInARoom(String text, String request) {
    assertThat(shown(text, false)).isEqualTo(request);
    assertThat(shown(text, true)).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help              | help[]",
        "digest kvm 7d     | digest[kvm, 7d]",
        "!!digest kvm      | digest[kvm]",
        "`!digest kvm`     | digest[kvm]",
        "```digest kvm```  | digest[kvm]",
        "12                | 12[]",
      })
  void whereAllIsMeantForTheBotThePrefixMayBeLeftOut(String text, String request) {
    assertThat(shown(text, true)).isEqualTo(request);
    assertThat(shown(text, false)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "digest kvm",
        "say !digest kvm",
        "> !digest kvm",
        "`!digest kvm`",
        "```\n!digest kvm\n```",
        "!digest kvm\nand more",
        "!!digest",
        "!!!",
        "!",
        "! ",
        "!\"\"",
      })
  void talkInARoomIsNoCommand(String text) {
    assertThat(shown(text, false)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> !unfollow all",
        ">!unfollow all",
        "> unfollow all",
        ">>> !unfollow all",
        "```\n!unfollow all\n```",
        "ann said:\n> !unfollow all",
      })
  void quotesAndBlocksOfCodeAreNoCommandsEvenToTheBotAlone(String text) {
    assertThat(shown(text, true)).isEqualTo("none");
    assertThat(shown(text, false)).isEqualTo("none");
  }

  @Test
  void whatIsLongerThanAnyCommandIsNone() {
    assertThat(shown("!series " + "x".repeat(Request.MAX_CHARS), true)).isEqualTo("none");
  }

  private static String shown(String text, boolean direct) {
    return Request.parse(text, direct)
        .map(request -> request.name() + request.words())
        .orElse("none");
  }
}
