package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pull requests are shown as what they are: #1 came twice, a robot watches whether it is merged.
 */
class PullRequestTest {
  private static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String TRACKER = "pr-tracker-bot@kernel.org";
  private static final String MERGED =
      """
      The pull request you sent on Mon, 2 Mar 2026 08:00:00 +0000:

      > https://git.example/pond.git tags/pond-fixes

      has been merged into pond/lake.git:
      https://git.example/pond/c/0123456789ab

      Thank you!
      """;

  private final CommandLab lab = new CommandLab("pond");
  private String second;

  @BeforeEach
  void twoVersions() {
    lab.mail(Duration.ofDays(9), ANN, "[GIT PULL] pond fixes for 7.1", "", "Please pull.\n");
    second =
        lab.mail(
            Duration.ofDays(8),
            ANN,
            "[GIT PULL v2] pond fixes for 7.1",
            "",
            "Once more, please.\n");
  }

  @Test
  void bothVersionsAreOneSeriesThatWaits() {
    assertThat(lab.say("!series #1")).contains("v1", "v2", "pull request").doesNotContain("patch");
    assertThat(lab.say("!state #1"))
        .contains("v2, pull request: waits to be merged, since 2 Mar 2026");
  }

  @Test
  void whatTheRobotSawMergedIsMerged() {
    lab.mail(Duration.ofDays(5), TRACKER, "Re: [GIT PULL v2] pond fixes", second, MERGED);

    assertThat(lab.say("!state #1"))
        .contains("v2, pull request: merged, since 5 Mar 2026 (5 days ago)")
        .contains("- pr-tracker-bot@kernel.org merged it into pond/lake.git on 5 Mar 2026");
    assertThat(lab.say("!series #1")).contains("pull request: merged, says pr-tracker-bot");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Pulled, thanks a lot!       | merged, a person says",
        "Merged into pond-next.      | merged, a person says",
        "Why now?                    | waits for its author, it seems",
        "NAK, it floods the garden.  | refused by somebody",
        "Acked-by: Bea <bea@b.org>   | has a review",
      })
  void whatPeopleSayOfOneCounts(String said, String state) {
    lab.mail(Duration.ofDays(5), "Bea <bea@b.org>", "Re: [GIT PULL v2]", second, said + "\n");

    assertThat(lab.say("!state #1")).contains("v2, pull request: " + state + ", since");
  }

  @Test
  void thereIsNothingToCompare() {
    assertThat(lab.say("!diff #1"))
        .startsWith("#1 is a pull request, which carries no patches to compare.");
  }

  @Test
  void ofSeveralBelowACoverEachIsMergedByItself() {
    String cover = lab.mail(Duration.ofDays(4), ANN, "[GIT PULL 0/2] lake: for 7.2", "", "So.\n");
    String one = lab.mail(Duration.ofDays(4), ANN, "[GIT PULL 1/2] lake: dts", cover, "Pull.\n");
    String two = lab.mail(Duration.ofDays(4), ANN, "[GIT PULL 2/2] lake: soc", cover, "Pull.\n");
    assertThat(lab.say("!state lake:")).contains("v1, 2 pull requests: waits to be merged");

    lab.mail(Duration.ofDays(3), TRACKER, "Re: [GIT PULL 1/2] lake: dts", one, MERGED);
    assertThat(lab.say("!state lake:"))
        .contains("merged in part", "merged 1 of 2 into pond/lake.git");

    lab.mail(Duration.ofDays(3), TRACKER, "Re: [GIT PULL 2/2] lake: soc", two, MERGED);
    assertThat(lab.say("!state lake:")).contains("2 pull requests: merged, since");
  }

  @Test
  void theNextOneOfTheSameNameIsAnother() {
    lab.mail(Duration.ofDays(1), ANN, "[GIT PULL] pond fixes for 7.1", "", "Please pull.\n");

    assertThat(lab.say("!series #1")).contains("v2").doesNotContain("9 Mar");
  }
}
