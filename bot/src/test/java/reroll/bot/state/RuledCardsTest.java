package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who follow see of it when a person says what belongs together. */
class RuledCardsTest {
  private static final String BEA = "Bea <bea@birch.example>";

  private final CardLab lab = CardLab.inAChatThatChangesPosts();

  private String patch(String from, String subject) {
    return lab.mails(from, List.of(subject), "", "So.\n---\n" + diff(subject));
  }

  private static String diff(String subject) {
    return "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+b"
        + subject.hashCode()
        + "\n";
  }

  @Test
  void whoFollowsASeriesHearsOfAVersionThatAPersonLinksToIt() {
    String v1 = patch(CardLab.ANN, "[PATCH] pond: weed");
    lab.say("!follow weed");
    String v2 = patch(BEA, "[PATCH v2] pond: reeds and rushes");
    assertThat(lab.headlines()).isEmpty();
    lab.say("!link " + v1 + " " + v2);
    assertThat(lab.headlines()).as("who takes it back has told nobody").isEmpty();
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).singleElement().asString().contains("v2 of pond: reeds and rushes");
  }

  @Test
  void aLinkThatIsTakenBackSoonTellsNobody() {
    String v1 = patch(CardLab.ANN, "[PATCH] pond: weed");
    lab.say("!follow weed");
    String v2 = patch(BEA, "[PATCH v2] pond: reeds and rushes");
    lab.say("!link " + v1 + " " + v2);
    lab.say("!unlink " + v2);
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).isEmpty();
  }

  @Test
  void cardsThatAreThereAreChangedAndNeverPostedAgain() {
    lab.say("!subscribe pond");
    String v1 = patch(CardLab.ANN, "[PATCH] pond: weed");
    String v2 = patch(BEA, "[PATCH v2] pond: reeds and rushes");
    assertThat(lab.headlines()).hasSize(2);
    lab.say("!link " + v1 + " " + v2);
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).hasSize(2);
    assertThat(lab.shown()).contains("Superseded by");
    lab.say("!unlink " + v2);
    lab.pass(CardLab.QUIET);
    assertThat(lab.headlines()).hasSize(2);
    assertThat(lab.shown()).doesNotContain("Superseded by");
  }

  @Test
  void aCoverWithoutItsPatchesIsFollowedAsWell() {
    lab.mail("[PATCH 0/2] pond: weed", "", "So.\n\n a | 2 ++\n 2 files changed, 2 insertions(+)\n");
    lab.say("!follow weed");
    String cover = lab.mail("[PATCH v2 0/2] pond: weed", "", "New.\n");
    lab.mails(
        CardLab.ANN,
        List.of("[PATCH v2 1/2] pond: pull", "[PATCH v2 2/2] pond: rake"),
        cover,
        "So.\n---\n" + diff("x"));
    assertThat(lab.headlines()).singleElement().asString().contains("v2 of pond: weed");
  }

  /** Nothing but the title says that they are one; of two words, that is too little. */
  @ParameterizedTest
  @CsvSource({"pond: count every single weed, 1", "pond: weed, 0"})
  void aCoverThatListsNothingIsFollowedWhereItsTitleIsNoCommonOne(String title, int cards) {
    lab.mail("[PATCH 0/2] " + title, "", "So.\n");
    lab.pass(CardLab.QUIET);
    lab.say("!follow weed");
    String cover = lab.mail("[PATCH v2 0/1] " + title, "", "New.\n");
    lab.mail("[PATCH v2 1/1] pond: pull", cover, "So.\n---\n" + diff("x"));
    assertThat(lab.headlines()).hasSize(cards);
  }
}
