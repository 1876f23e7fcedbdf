package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.series.PondList;

/** Each posting is shown as what it is: the last mail of a few subjects by one author. */
class PostingWordsTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";

  private final PondList list = new PondList();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 1 patch                              | PATCH",
        "v1 2 of 3 patches so far                | PATCH 0/3, PATCH 1/3, PATCH 2/3",
        "v1 2 patches                            | PATCH 0/2, PATCH 1/2, PATCH 2/2",
        "v1 2 patches, 3/2 added                 | PATCH 0/2, PATCH 1/2, PATCH 2/2, PATCH 3/2",
        "v1 2 patches, 1.5/2 added               | PATCH 0/2, PATCH 1/2, PATCH 2/2, PATCH 1.5/2",
        "v2 1 patch, sent again                  | PATCH v2; RESEND PATCH v2",
        "v2 1 patch, posted again                | PATCH v2; PATCH v2",
        "v1 1 patch, counted anew                | PATCH v3; PATCH",
        "v1 1 patch                              | RFC PATCH v2; PATCH",
        "v3 2/2 anew, the rest as in v2          | PATCH v2 0/2, PATCH v2 1/2, PATCH v2 2/2, v3 2/2",
        "v1 pull request                         | GIT PULL",
        "v2 pull request                         | GIT PULL; GIT PULL v2",
        "v1 1 patch, for 6.6                     | PATCH 6.6.y",
      })
  void saysWhatItIs(String words, String subjects) {
    String root = "";
    String last = "";
    for (String posting : subjects.split("; ", -1)) {
      root = "";
      for (String tag : posting.split(", ", -1)) {
        last = post(tag, tag.startsWith("v3") ? last : root);
        root = root.isEmpty() ? last : root;
      }
      list.pass();
    }
    assertThat(list.revision(last).label() + " " + PostingWords.of(list.revision(last)))
        .isEqualTo(words);
  }

  private String post(String tag, String parent) {
    String text =
        tag.contains("0/")
            ? "So.\n"
            : "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+weed("
                + tag.replaceAll(".*?([\\d.]*)(?:/\\d)?$", "$1")
                + ");\n";
    String subject = tag.startsWith("v3") ? "PATCH " + tag : tag;
    return list.mail(ANN, "[" + subject + "] pond: weed the east shore", parent, text);
  }
}
