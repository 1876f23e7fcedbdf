package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.BoundedWork;

/** Whatever is mailed or said of a series, the answers stay short, and true as far as they go. */
@BoundedWork(seconds = 30)
class BadInputTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String BEA = "Bea <bea@birch.example>";

  private final CommandLab lab = new CommandLab("pond");

  @Test
  void aStormOfRepliesIsCountedAndNotRepeated() {
    String patch = lab.patch(Duration.ofDays(9), "[PATCH] pond: weed");
    for (int i = 0; i < 5_000; i++) {
      String tag = "Reviewed-by: N" + "o".repeat(200) + i + " <n" + i + "@nowhere.example>\n";
      String robot = "bot" + i + "@ci.example";
      answer(i % 2 == 0 ? BEA : robot, patch, i % 2 == 0 ? tag : "It noticed the following:\n");
    }
    assertThat(lab.say("!state #1")).contains("2500 answers").hasSizeLessThan(1_500);
    assertThat(lab.say("!series #1")).hasSizeLessThan(1_500);
    assertThat(lab.say("!reviews #1")).contains("and 56 more").hasSizeLessThan(1_500);
  }

  /** Who contradicts whom is said, and nothing of it more than once. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Applied, thanks! / NAK, never.             | applied, a person says",
        "NAK, never. / Applied, thanks!             | applied, a person says",
        "Applied to pond-next. / Applied to lake-x. | applied, a person says",
        "NAK, never. / NAK, never.                  | refused by somebody",
      })
  void contradictoryMailsGiveOneStateWithItsGrounds(String said, String state) {
    String patch = lab.patch(Duration.ofDays(9), "[PATCH] pond: weed");
    for (String each : said.split(" / ", -1)) {
      answer(BEA, patch, each + "\n");
    }
    String answer = lab.say("!state #1");

    assertThat(answer).contains("v1, 1 patch: " + state + ", since 2 Mar 2026");
    assertThat(answer.contains("others say otherwise"))
        .as(answer)
        .isEqualTo(said.contains("NAK") && said.contains("Applied"));
    assertThat(answer.lines().filter(line -> line.startsWith("- ")).distinct().count())
        .isEqualTo(answer.lines().filter(line -> line.startsWith("- ")).count());
  }

  @Test
  void aHundredWhoSayThatTheyAppliedItAreFew() {
    String patch = lab.patch(Duration.ofDays(9), "[PATCH] pond: weed");
    for (int i = 0; i < 100; i++) {
      answer("Bea " + i + " <bea" + i + "@birch.example>", patch, "Applied to tree-" + i + "\n");
    }
    assertThat(lab.say("!state #1").lines().filter(line -> line.startsWith("- "))).hasSize(8);
  }

  /** Links in a circle: the one that would close it is refused in a line, the others hold. */
  @Test
  void aCircleOfLinksIsRefused() {
    String one = lab.patch(Duration.ofDays(9), "[PATCH] lamp: dim");
    String two = lab.patch(Duration.ofDays(8), "[PATCH v2] buoy: paint");
    String three = lab.patch(Duration.ofDays(7), "[PATCH v3] mast: oil");
    assertThat(lab.say("!link " + two + " " + one)).startsWith("v2 follows v1 now in #1");
    assertThat(lab.say("!link " + three + " " + two)).startsWith("v3 follows v2 now in #1");

    for (String earlier : new String[] {two, three}) {
      assertThat(lab.say("!link " + one + " " + earlier)).doesNotContain("\n");
    }
    assertThat(lab.say("!series #1")).contains("v1", "v2", "v3");
    assertThat(lab.say("!state #1")).contains("v3, 1 patch: waits for a review");
    assertThat(lab.say("!why #1")).hasSizeLessThan(1_000);
  }

  @Test
  void aDiffOfFiveMegabytesIsOnePatch() {
    String lines = "+\tcall(weed, pond, lake, garden);\n".repeat(150_000);
    for (String version : new String[] {"", " v2"}) {
      lab.mail(
          Duration.ofDays(9),
          ANN,
          "[PATCH" + version + "] pond: weed",
          "",
          "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,150001 @@\n a\n" + lines);
    }
    assertThat(lab.say("!series #1")).contains("v2", "1 unchanged").hasSizeLessThan(500);
  }

  private void answer(String from, String parent, String text) {
    lab.mail(Duration.ofDays(8), from, "Re: pond", parent, text);
  }
}
