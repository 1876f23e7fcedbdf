package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.series.PondList;

/** What robots found, in one line: of each the last word, and of which version if not this one. */
class RobotWordsTest {
  private static final Map<String, String> ROBOTS =
      Map.of(
          "0day", "kernel test robot <lkp@intel.com>",
          "syzbot", "syzbot ci <syzbot+ci@appspot.example>",
          "Weed Robot", "Weed Robot <weed-bot@ci.example>");

  private final PondList list = new PondList();

  /** Each posting with the mails below it: {@code v2: 0day bad, Weed Robot good}. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "                                    | v1:",
        "0day ✗                              | v1: 0day bad",
        "0day ✗ · 0day ✓                     | v1: 0day bad, 0day good",
        "0day ✗ · Weed Robot ✓               | v1: 0day bad, 0day bad, Weed Robot good",
        "0day answered                       | v1: 0day odd",
        "0day ✗ (old, of v1)                 | v1: 0day bad / v2:",
        "0day ✓                              | v1: 0day bad / v2: 0day good",
        "0day ✓ · Weed Robot ✗ (old, of v1)  | v1: 0day bad, Weed Robot bad / v2: 0day good",
        "0day ✗ (old, of v1)                 | v1: 0day bad / v2: / v3:",
        "syzbot ✗ (old, of v2) · 0day ✗ (old, of v1) | v1: 0day bad / v2: syzbot bad / v3:",
      })
  void areOneLine(String words, String story) {
    String last = "";
    for (String posting : story.split(" / ?", -1)) {
      String version = posting.substring(0, posting.indexOf(':'));
      last = post(version);
      for (String said : posting.substring(posting.indexOf(':') + 1).split(",", -1)) {
        answer(last, said.strip());
      }
    }
    assertThat(RobotWords.of(list.revision(last))).isEqualTo(words == null ? "" : words);
  }

  private String post(String version) {
    list.pass();
    return list.mail(
        "Ann Alder <ann@alder.example>",
        "[PATCH " + version + "] pond: weed",
        "",
        "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+weed();\n");
  }

  private void answer(String parent, String said) {
    if (said.isEmpty()) {
      return;
    }
    int end = said.lastIndexOf(' ');
    String text =
        switch (said.substring(end + 1)) {
          case "good" -> "All checks passed.";
          case "bad" -> "It noticed the following build warnings:";
          default -> "Hello there.";
        };
    list.mail(ROBOTS.get(said.substring(0, end)), "Re: pond", parent, text + "\n");
  }
}
