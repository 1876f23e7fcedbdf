package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.BoundedWork;

/** What replies say of patches (PEERS A06). */
class ReviewReaderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Reviewed-by: Bob Birch <b@x.example>                    | Reviewed-by Bob Birch []",
        "REVIEWED-BY: Bob Birch <b@x.example>                    | Reviewed-by Bob Birch []",
        "Nacked-by: Bob Birch <b@x.example>                      | Nacked-by Bob Birch []",
        "Reported-by: Bob Birch <b@x.example>                    | Reported-by Bob Birch []",
        "Reviewed-by: Bob Birch <b@x.example> # patch 3          | Reviewed-by Bob Birch [3]",
        "Reviewed-by: Bob Birch <b@x.example> (for 1-4)          | Reviewed-by Bob Birch [1, 2, 3, 4]",
        "Acked-by: Bob <b@x.example> # for patches 1, 3 and 5    | Acked-by Bob [1, 3, 5]",
        "For patches 1-2:;Reviewed-by: Bob <b@x.example>         | Reviewed-by Bob [1, 2]",
        "For the series:;Reviewed-by: Bob <b@x.example>          | Reviewed-by Bob []",
        "With that fixed:;Reviewed-by: Bob <b@x.example>         | Reviewed-by Bob [] if",
        "With the nit addressed, Reviewed-by: Bob <b@x.example>  | Reviewed-by Bob [] if",
        "Once this is changed you can add;Acked-by: B B <b@x.e>  | Acked-by B B [] if",
        "NAK, this breaks the ABI                                | Nacked-by Bob Birch []",
        "Nacked                                                  | Nacked-by Bob Birch []",
        "> Reviewed-by: Bob Birch <b@x.example>                  | ''",
        "Signed-off-by: Bob Birch <b@x.example>                  | ''",
        "Can you add my Reviewed-by: line?                       | ''",
        "NAKed frogs?                                            | ''",
        "I would not NAK it                                      | ''",
      })
  void isReadAs(String said, String reviews) {
    String text = said.replace(';', '\n');

    assertThat(String.join(" + ", in(text))).isEqualTo(reviews);
  }

  @Test
  void twoTagsInOneMailAreTwoAndOneThatIsSaidTwiceIsOne() {
    String tag = "Tested-by: Bob <b@x.example>\nReviewed-by: Bob <b@x.example>\n";

    assertThat(in(tag + tag)).containsExactly("Tested-by Bob []", "Reviewed-by Bob []");
  }

  @Test
  void absurdNamesAreBounded() {
    List<Review> found =
        ReviewReader.in("Reviewed-by: " + "x".repeat(100_000) + "\n", Person.UNKNOWN);

    assertThat(found).allMatch(review -> review.by().display().length() <= Person.MAX_CHARS);
  }

  @Test
  @BoundedWork(seconds = 10)
  void aMailOfNothingButTagsTakesBoundedWork() {
    String many = "with with with with 1,2,3,4,5,6,7,8,9 for for: Reviewed-by: x\n".repeat(50_000);
    String digits = "Acked-by: B <b@x.example> # for " + "1 ".repeat(400) + "x\n";

    assertThat(ReviewReader.in(many + digits.repeat(5_000), Person.UNKNOWN))
        .hasSizeLessThanOrEqualTo(ReviewReader.MAX);
  }

  private static List<String> in(String text) {
    return ReviewReader.in(text, new Person("Bob Birch", "b@x.example")).stream()
        .map(
            review ->
                review.kind()
                    + " "
                    + review.by().display()
                    + " "
                    + review.patches()
                    + (review.conditional() ? " if" : ""))
        .toList();
  }
}
