package reroll.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.BoundedWork;
import reroll.bot.series.PondList;
import reroll.bot.series.Revision;

/** How a revision stands after what people said below it. */
class StandingTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String BEA = "Bea Birch <bea@birch.example>";

  private final PondList list = new PondList();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "WAITS_FOR_REVIEW |",
        "WAITS_FOR_AUTHOR | bea: Why so?",
        "UNDER_REVIEW     | bea: Why so? / ann: Because.",
        "WAITS_FOR_AUTHOR | bea: Why so? / ann: Because. / bea: No, really?",
        "REVIEWED         | bea: Reviewed-by: Bea Birch <bea@birch.example>",
        "WAITS_FOR_AUTHOR | bea: Tested-by: Bea Birch <bea@birch.example>",
        "WAITS_FOR_AUTHOR | bea: With that fixed, Reviewed-by: Bea Birch <bea@birch.example>",
        "NACKED           | bea: NAK, it floods the garden.",
        "APPLIED          | bea: Applied to pond/for-next, thanks!",
        "APPLIED          | bea: NAK. / bea: Applied, thanks!",
        "WITHDRAWN        | ann: Please ignore this patch.",
        "WAITS_FOR_REVIEW | bot: noticed the following build warnings",
      })
  void isConcludedFromWhatWasSaid(Standing.Kind kind, String said) {
    String patch = patch("[PATCH] pond: weed");
    for (String each : said == null ? List.<String>of() : List.of(said.split(" / ", -1))) {
      int colon = each.indexOf(':');
      answer(patch, sender(each.substring(0, colon)), each.substring(colon + 2));
    }
    assertThat(Standing.of(revision(patch)).kind()).isEqualTo(kind);
  }

  private static String sender(String who) {
    return switch (who) {
      case "ann" -> ANN;
      case "bea" -> BEA;
      default -> "kernel test robot <lkp@intel.com>";
    };
  }

  @Test
  void aLaterVersionSupersedes() {
    String v1 = patch("[PATCH] pond: weed");
    String v2 = patch("[PATCH v2] pond: weed");

    assertThat(Standing.of(revision(v1)).kind()).isEqualTo(Standing.Kind.SUPERSEDED);
    assertThat(Standing.of(revision(v2)).kind()).isEqualTo(Standing.Kind.WAITS_FOR_REVIEW);
  }

  @Test
  void whoAppliesWhatAnotherRefusesIsSaidToBeContradicted() {
    String patch = patch("[PATCH] pond: weed");
    answer(patch, BEA, "NAK, never.");
    answer(patch, "Cleo <cleo@cedar.example>", "Applied, thanks!");
    Standing standing = Standing.of(revision(patch));

    assertThat(standing.isContradicted(revision(patch))).isTrue();
    assertThat(standing.isCertain()).isFalse();
  }

  /** A storm of 5,000 replies, each with a tag of another forged name. */
  @Test
  @BoundedWork(seconds = 30)
  void aStormOfRepliesLeavesLittleBehind() {
    String patch = patch("[PATCH] pond: weed");
    for (int i = 0; i < 5_000; i++) {
      answer(patch, BEA, "Reviewed-by: Nobody " + i + " <n" + i + "@nowhere.example>");
    }
    assertThat(revision(patch).reception().answers()).isEqualTo(5_000);
    assertThat(ReviewLedger.of(revision(patch)).rows().get(0).entries()).hasSize(64);
    assertThat(ReviewLedger.of(revision(patch)).rows().get(0).entries())
        .allMatch(entry -> entry.sender().equals("Bea Birch"));
  }

  private Revision revision(String id) {
    return list.revision(id);
  }

  private String patch(String subject) {
    return list.mail(
        ANN,
        subject,
        "",
        "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+weed();\n");
  }

  private void answer(String parent, String from, String text) {
    list.mail(from, "Re: pond", parent, text + "\n");
  }
}
