package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.review.Standing;
import reroll.bot.series.PondList;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Revision;

/** Which patches of four people and scripts say to have applied. */
class AppliedWordsTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String BEA = "Bea Birch <bea@birch.example>";

  private final PondList list = new PondList();
  private final List<String> mails = new ArrayList<>();

  @BeforeEach
  void fourPatches() {
    mails.add(list.mail(ANN, "[PATCH 0/4] pond: weed", "", "So."));
    for (int i = 1; i <= 4; i++) {
      String diff =
          "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+weed(%d);\n";
      mails.add(
          list.mail(ANN, "[PATCH " + i + "/4] pond: weed " + i, mails.get(0), diff.formatted(i)));
    }
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "APPLIED         | it          | 0: Applied, thanks!",
        "APPLIED         | it          | 0: Applied 1-4 to next.",
        "APPLIED_IN_PART | 1-3 of 4    | 0: Applied 1-3 to next.",
        "APPLIED_IN_PART | 2, 4 of 4   | 0: Applied patches 2 and 4, thanks.",
        "APPLIED_IN_PART | a part      | 0: Applied except the last, thanks.",
        "APPLIED_IN_PART | 2 of 4      | 2: Applied, thanks!",
        "APPLIED_IN_PART | 1-2, 4 of 4 | 1: Applied, thanks! / 2: Applied, thanks! / 4: Applied.",
        "APPLIED         | it          | 1: Queued / 2: Queued / 3: Queued / 4: Queued",
        "APPLIED         | 1-2 of 4    | 0: Applied 1-2. / 0: Applied 3-4 to next.",
        "APPLIED_IN_PART | a part      | 0: Applied 7-9.",
      })
  void saysWhichOfThem(Standing.Kind kind, String what, String said) {
    for (String each : said.split(" / ", -1)) {
      int colon = each.indexOf(':');
      String parent = mails.get(Integer.parseInt(each.substring(0, colon)));
      list.mail(BEA, "Re: pond", parent, each.substring(colon + 2) + "\n");
    }
    assertThat(Standing.of(revision()).kind()).isEqualTo(kind);
    assertThat(AppliedWords.what(notes().get(0).applied(), revision())).isEqualTo(what);
  }

  @Test
  void aTreesScriptsWriteALetterForEachPatchAndTakeItBack() {
    notice(1, "+ pond-weed-1.patch added to mm-unstable branch");
    notice(2, "+ pond-weed-2.patch added to mm-unstable branch");
    assertThat(words()).containsExactly("1-2 of 4 applied, says Bea Birch");
    notice(1, "[to-be-updated] pond-weed-1.patch removed from -mm tree");
    assertThat(words()).containsExactly("2 of 4 applied, says Bea Birch");
    notice(2, "[obsolete] pond-weed-2.patch removed from -mm tree");
    assertThat(Standing.of(revision()).kind()).isEqualTo(Standing.Kind.WAITS_FOR_REVIEW);
    assertThat(revision().reception().answers()).as("scripts do not count").isZero();
  }

  @Test
  void aStableTreeSaysWhichItIs() {
    notice(3, "Patch \"pond: weed 3\" has been added to the 6.6-stable tree");
    assertThat(notes().get(0).applied().where()).isEqualTo("6.6-stable");
    assertThat(Standing.of(revision()).kind()).isEqualTo(Standing.Kind.APPLIED_IN_PART);
  }

  @Test
  void aLongListIsCut() {
    StringBuilder said = new StringBuilder("Applied 1");
    for (int i = 3; i < 60; i += 2) {
      said.append(", ").append(i);
    }
    String cover = list.mail(ANN, "[PATCH 0/99] pond: dig", "", "So.");
    list.mail(BEA, "Re: pond", cover, said + ".\n");
    AppliedNote note = list.revision(cover).reception().applied().get(0);
    assertThat(AppliedWords.what(note.applied(), list.revision(cover)))
        .isEqualTo("1, 3, 5, 7, 9, 11, 13, 15, ... of 99");
  }

  private void notice(int patch, String subject) {
    String link = "Link: https://lore.kernel.org/r/" + mails.get(patch);
    list.mail(BEA, subject, "", "The patch titled\n\n" + link + "\n");
  }

  private Revision revision() {
    return list.revision(mails.get(0));
  }

  private List<AppliedNote> notes() {
    return revision().reception().applied();
  }

  private List<String> words() {
    return notes().stream().map(note -> AppliedWords.said(note, revision())).toList();
  }
}
