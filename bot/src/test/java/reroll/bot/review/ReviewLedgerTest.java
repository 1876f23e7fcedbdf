package reroll.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.review.ReviewLedger.Entry;
import reroll.bot.review.ReviewLedger.Fate;
import reroll.bot.review.ReviewLedger.Row;
import reroll.bot.series.PondList;

/** Who reviewed what: said in replies, in patches and in covers, of one version and the next. */
class ReviewLedgerTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String BEA = "Bea Birch <bea@birch.example>";
  private static final int PATCHES = 3;

  private final PondList list = new PondList();

  /**
   * What a reply by Bea makes of a version of three patches: of each patch its reviews.
   *
   * @param below 0 for the cover, else the patch that is answered
   */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | Reviewed-by: Bea Birch <bea@birch.example>                  | 2 Reviewed-by: Bea Birch",
        "2 | Reviewed-BY: Bea Birch <bea@birch.example>                  | 2 Reviewed-by: Bea Birch",
        "2 | Nice.#Tested-by: Bea Birch <bea@birch.example>#Thanks       | 2 Tested-by: Bea Birch",
        "2 | > Reviewed-by: Bea Birch <bea@birch.example>                |",
        "2 | '> > Acked-by: Bea Birch <bea@birch.example>#Agreed.'       |",
        "2 | '-- #Reviewed-by: Bea Birch <bea@birch.example>'            |",
        "2 | Signed-off-by: Bea Birch <bea@birch.example>                |",
        "0 | Acked-by: Bea Birch <bea@birch.example>  | 1 Acked-by: Bea Birch, 2 Acked-by: Bea Birch,"
            + " 3 Acked-by: Bea Birch",
        "0 | Reviewed-by: Bea Birch <bea@birch.example> for 1-2 | 1 Reviewed-by: Bea Birch,"
            + " 2 Reviewed-by: Bea Birch",
        "0 | For patches 1 and 3:#Reviewed-by: Bea Birch <bea@birch.example> for 1, 3 | 1"
            + " Reviewed-by: Bea Birch, 3 Reviewed-by: Bea Birch",
        "1 | With that fixed,#Reviewed-by: Bea Birch <bea@birch.example> | 1 Reviewed-by: Bea Birch?",
        "3 | NAK, it floods the garden.                                  | 3 Nacked-by: Bea Birch",
        "3 | Reported-by: Bea Birch <bea@birch.example>                  | 3 Reported-by: Bea Birch",
        "3 | Reviewed-by: Cleo Cedar <c@cedar.example> | 3 Reviewed-by: Cleo Cedar from Bea Birch",
      })
  void whatAReplySaysIsKeptWithThePatchesThatItIsFor(int below, String said, String entries) {
    List<String> v1 = post("", "", "", "", "");
    answer(v1.get(below), said);

    assertThat(said(v1)).isEqualTo(entries == null ? "" : entries);
  }

  /** What becomes of one patch's reviews from v1 to v2. */
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // in v1    | said of v1  | in v2     | of v2
        "Reviewed-by |             | Reviewed-by | CARRIED",
        "            | Reviewed-by | Reviewed-by | CARRIED",
        "            |             | Reviewed-by | GAINED",
        "Reviewed-by |             |             | LOST UNCHANGED",
        "Reviewed-by |             | more        | LOST CHANGED",
        "            | Reviewed-by |             | NOT_TAKEN UNCHANGED",
        "            | Acked-by    | more        | NOT_TAKEN CHANGED",
        "            | Reported-by |             | none",
        "Tested-by   | Reviewed-by | Tested-by   | CARRIED NOT_TAKEN",
      })
  void aReviewIsCarriedGainedOrLost(String was, String said, String now, String fates) {
    List<String> v1 = post("", "", trailer(was), "", "");
    if (said != null) {
      answer(v1.get(1), said + ": " + BEA);
    }
    list.pass();
    boolean more = "more".equals(now);
    List<String> v2 = post(" v2", "", trailer(more ? null : now), more ? "other" : "", "");

    Row row = ReviewLedger.of(list.revision(v2.get(0))).rows().get(0);
    List<String> found = new ArrayList<>();
    row.entries().forEach(entry -> found.add(entry.fate().name()));
    if (row.entries().size() == 1 && !row.entries().get(0).fate().stands()) {
      found.add(row.step().change().name());
    }
    assertThat(found.isEmpty() ? "none" : String.join(" ", found)).isEqualTo(fates);
  }

  @Test
  void whatStandsInTheCoverCountsForEveryPatch() {
    List<String> v1 = post("", "Acked-by: " + BEA, "", "", "");

    assertThat(ReviewLedger.of(list.revision(v1.get(0))).rows())
        .hasSize(PATCHES)
        .allMatch(row -> row.isReviewed() && row.entries().get(0).fate() == Fate.GAINED);
    assertThat(ReviewLedger.of(list.revision(v1.get(0))).isReviewed()).isTrue();
  }

  @Test
  void aConditionATestAndARefusalAreNoReviewThatStands() {
    List<String> v1 = post("", "", "", "", "");
    answer(v1.get(1), "With that fixed,#Reviewed-by: " + BEA);
    answer(v1.get(2), "Tested-by: " + BEA);
    answer(v1.get(3), "NAK, never.");

    assertThat(ReviewLedger.of(list.revision(v1.get(0))).rows()).noneMatch(Row::isReviewed);
  }

  @Test
  void aReviewOfTheVersionBeforeThatComesTooLateIsNamed() {
    List<String> v1 = post("", "", "", "", "");
    answer(v1.get(1), "Acked-by: " + BEA);
    list.pass();
    List<String> v2 = post(" v2", "", "", "", "");
    answer(v1.get(2), "Reviewed-by: " + BEA);

    assertThat(ReviewLedger.of(list.revision(v2.get(0))).late())
        .extracting(note -> note.review().kind() + " " + note.review().patches())
        .containsExactly("Reviewed-by [2]");
  }

  /** Whoever makes up names gets no markup, no second line and no page of text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reviewed-by: @room <!channel> <a@b.example>         | Bea Birch",
        "Reviewed-by: \u202Etxet <a@b.example>               | Bea Birch",
        "Reviewed-by: Linus Torvalds <torvalds@pond.example> | Bea Birch",
        "Reviewed-by: <>                                     | Bea Birch",
        "Reviewed-by: %s <a@b.example>                       | Bea Birch",
      })
  void aForgedNameIsShownWithWhoSentIt(String said, String sender) {
    List<String> v1 = post("", "", "", "", "");
    answer(v1.get(1), said.replace("%s", "x".repeat(100_000)));

    List<Entry> entries = ReviewLedger.of(list.revision(v1.get(0))).rows().get(0).entries();
    assertThat(entries)
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(entry -> entry.sender().equals(sender))
        .allMatch(entry -> entry.what().length() < 300)
        .noneMatch(entry -> entry.what().matches("(?s).*[\n\u202E].*"));
  }

  /** Such as {@code 2 Reviewed-by: Bea Birch, 3 …}; a question mark is a condition. */
  private String said(List<String> version) {
    List<String> all = new ArrayList<>();
    int place = 0;
    for (Row row : ReviewLedger.of(list.revision(version.get(0))).rows()) {
      place++;
      for (Entry entry : row.entries()) {
        String from = entry.sender().isEmpty() ? "" : " from " + entry.sender();
        all.add(place + " " + entry.what() + (entry.conditional() ? "?" : "") + from);
      }
    }
    return String.join(", ", all);
  }

  private static String trailer(String kind) {
    return kind == null ? "" : kind + ": " + BEA;
  }

  /** A cover and three patches; the ids of all four, the cover first. */
  private List<String> post(String version, String cover, String first, String code, String rest) {
    List<String> ids = new ArrayList<>();
    ids.add(mail(ANN, "[PATCH" + version + " 0/3] pond: tidy up", "", "So.\n\n" + cover + "\n"));
    for (int i = 1; i <= PATCHES; i++) {
      String subject = "[PATCH" + version + " " + i + "/3] pond: step " + i;
      ids.add(mail(ANN, subject, ids.get(0), patch(i == 1 ? first : rest, i + code)));
    }
    return ids;
  }

  private static String patch(String trailer, String code) {
    return "So.\n\n"
        + (trailer.isEmpty() ? "" : trailer + "\n")
        + "Signed-off-by: "
        + ANN
        + "\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,3 @@\n a\n+weed("
        + code
        + ");\n+dig("
        + code
        + ");\n";
  }

  private void answer(String parent, String text) {
    mail(BEA, "Re: pond", parent, text.replace('#', '\n') + "\n");
  }

  private String mail(String from, String subject, String parent, String text) {
    return list.mail(from, subject, parent, text);
  }
}
