package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.series.Rulings;

/** What people say of how mails belong together: #1 is the lamp v1 and v2, #3 a buoy, #4 a mast. */
class LinkCommandsTest {
  private final CommandLab lab = new CommandLab("pond");
  private String lamp2;
  private String buoy;
  private String mast;

  @BeforeEach
  void mails() {
    lab.patch(Duration.ofDays(9), "[PATCH] lamp: dim the light");
    lamp2 = lab.patch(Duration.ofDays(8), "[PATCH v2] lamp: dim the light");
    buoy = lab.patch(Duration.ofDays(7), "[PATCH v3] buoy: paint it");
    mast = lab.patch(Duration.ofDays(6), "[PATCH] mast: oil it");
  }

  @Test
  void twoSeriesBecomeOneAndAreTwoAgain() {
    assertThat(lab.say("!link #3 #1"))
        .isEqualTo("v3 follows v2 now in #1. !unlink #1 v3 takes it back: **buoy: paint it**");
    assertThat(lab.say("!why #1")).contains("a person says so: Bea linked these on 10 Mar 2026");
    assertThat(lab.say("!unlink #1 v3"))
        .isEqualTo("Taken back what Bea said. It is v3 of #3: **buoy: paint it**");
    assertThat(lab.say("!links")).startsWith("Nobody has said anything");
  }

  @Test
  void aMailBecomesTheNextVersionOfASeries() {
    assertThat(lab.say("!link " + buoy + " #1")).startsWith("v3 follows v2 now in #1.");
    assertThat(lab.say("!series #1")).contains("v1", "v2", "v3");
  }

  @Test
  void aVersionIsPartedForEverAndComesBack() {
    assertThat(lab.say("!unlink #1"))
        .isEqualTo(
            "Parted: v2 is now #2, no longer of #1. !link #2 v2 #1 v1 takes it back:"
                + " **lamp: dim the light**");
    lab.patch(Duration.ofDays(5), "[PATCH v3] lamp: dim the light");
    assertThat(lab.say("!series #1")).doesNotContain("v2", "v3");
    assertThat(lab.say("!why #1"))
        .contains("Bea said on 10 Mar 2026 that v2 of #2 does not follow v1 of #1");
    assertThat(lab.say("!link #2 v2 #1 v1")).startsWith("They are one series again: #1.");
    assertThat(lab.say("!links")).startsWith("Nobody has said anything");
  }

  @Test
  void aVersionIsWhatAPersonSays() {
    assertThat(lab.say("!version " + mast + " v2"))
        .isEqualTo("That is v2 of #4 now: **mast: oil it**");
    assertThat(lab.say("!version #4 7")).startsWith("That is v7 of #4 now");
    assertThat(lab.say("!why #4")).contains("Bea said on 10 Mar 2026 that v7 of #4 is v7");
    assertThat(lab.say("!links")).contains("!version " + mast + " undo");
    assertThat(lab.say("!version #4 undo"))
        .isEqualTo("That is v1 of #4 again, as it says itself: **mast: oil it**");
  }

  @Test
  void allThatWasSaidIsListedWithTheWordsThatTakeItBack() {
    lab.say("!link #3 #1");
    lab.say("!unlink #1 v2");
    assertThat(lab.say("!links"))
        .isEqualTo(
            """
            What people said holds whatever mails say:

            - **v2 of #2 does not follow v1 of #1** lamp: dim the light *(says Bea since 10 Mar 2026)*; \
            !link %s 2026-1@mails.example takes it back
            - **v3 of #2 follows v2 of #2** buoy: paint it *(says Bea since 10 Mar 2026)*; \
            !unlink %s takes it back\
            """
                .formatted(lamp2, buoy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!link                    | Say which two are one series: numbers, Message-IDs or URLs.",
        "!link #1                 | Say which two are one series: numbers, Message-IDs or URLs.",
        "!link #1 #3 #4           | Say which two are one series: numbers, Message-IDs or URLs.",
        "!link #1 #1              | That is one series already: #1.",
        "!link #1 #2              | That is one series already: #1.",
        "!link #1 v2 #2 v2        | Both are v2 of #1.",
        "!link #1 v9 #3           | I know no v9 of #1, only v1, v2.",
        "!link #1 no@such.example | I know no series for 'no@such.example'.",
        "!link #1 #99             | I know no series for '#99'.",
        "!unlink                  | Which version? Give a series and a version, a Message-ID or a URL.",
        "!unlink #3               | #3 has one version only, so there is nothing to part.",
        "!unlink #1 v1            | v1 of #1 follows nothing.",
        "!unlink no@such.example  | I know no series for 'no@such.example'.",
        "!version #3              | Say which posting, and which version it is.",
        "!version #1 3            | Which posting? Give its Message-ID or URL, or a series and version.",
        "!version #3 nine         | A version is a number from 1 to 999, such as 3.",
        "!version #3 0            | A version is a number from 1 to 999, such as 3.",
        "!version #3 1000         | A version is a number from 1 to 999, such as 3.",
        "!version #3 undo         | Nobody said which version v3 of #3 is.",
      })
  void whatCannotBeDoneIsToldInOneLine(String said, String answer) {
    assertThat(lab.say(said)).startsWith(answer).doesNotContain("\n");
    assertThat(lab.say("!links")).startsWith("Nobody has said anything");
  }

  @Test
  void whatWasSaidAlreadyIsNotSaidTwice() {
    lab.say("!link #3 #1 v2");
    assertThat(lab.say("!link #1 v3 #1 v2"))
        .startsWith("Somebody linked these already; !why #1 says who.");
  }

  @Test
  void thereIsAnEndToWhatIsRemembered() {
    for (int i = 0; i < Rulings.MAX / 2; i++) {
      String one = lab.patch(Duration.ofHours(3), "[PATCH] fender: one " + i);
      String two = lab.patch(Duration.ofHours(2), "[PATCH] rudder: two " + i);
      assertThat(lab.say("!link " + one + " " + two)).startsWith("v1 follows v1 now");
      assertThat(lab.say("!version " + one + " 2")).startsWith("That is v2");
    }
    assertThat(lab.say("!link #3 #1"))
        .startsWith("I remember 1000 such words and no more; take one back first, see !links.");
    assertThat(lab.say("!links")).contains("And 980 older.");
  }
}
