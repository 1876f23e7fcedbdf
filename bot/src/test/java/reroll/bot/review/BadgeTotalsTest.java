package reroll.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reroll.bot.series.PondList;
import reroll.bot.series.Revision;

class BadgeTotalsTest {
  private final PondList list = new PondList();

  @Test
  void countsWhatBecameOfThePatches() {
    Revision v1 = post("PATCH", List.of("stay: 3", "grow: 4", "shrink: 9", "go: 5"));
    Revision v2 = post("PATCH v2", List.of("stay: 3", "grow: 7", "shrink: 8", "come: 6"));
    assertThat(BadgeTotals.words(PatchStep.between(v1, v2)))
        .isEqualTo("1 unchanged, 2 changed (+15 −0 for +13 −0), 1 new, 1 dropped");
  }

  @Test
  void saysNothingOfWhatItDoesNotKnow() {
    assertThat(BadgeTotals.words(List.of())).isEmpty();
  }

  private Revision post(String tag, List<String> patches) {
    int total = patches.size();
    String cover = mail("[" + tag + " 0/" + total + "] pond", "", "So.\n");
    for (int i = 0; i < total; i++) {
      String[] patch = patches.get(i).split(": ", -1);
      String subject = "[" + tag + " " + (i + 1) + "/" + total + "] pond: " + patch[0];
      mail(subject, cover, "So.\n---\n" + diff(patch[0], Integer.parseInt(patch[1])));
    }
    return list.revision(cover);
  }

  private String mail(String subject, String parent, String text) {
    return list.mail("Ann Alder <ann@alder.example>", subject, parent, text);
  }

  private static String diff(String word, int lines) {
    StringBuilder diff = new StringBuilder();
    diff.append("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,").append(1 + lines);
    diff.append(" @@\n a\n");
    for (int i = 0; i < lines; i++) {
      diff.append('+').append(word).append('(').append(i).append(");\n");
    }
    return diff.toString();
  }
}
