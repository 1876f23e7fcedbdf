package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered where something is missing, wrong, or nothing yet. */
class CommandsTest {
  private final CommandLab lab = new CommandLab("pond");
  private final CommandLab two = new CommandLab("pond", "river");

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "!digst pond = There is no command !digst. Did you mean !digest [list|group|all] [window]"
            + " [filter] [brief|full|classic]?",
        "!dig = There is no command !dig. Did you mean !digest [list|group|all] [window]"
            + " [filter] [brief|full|classic]?",
        "!mut x = There is no command !mut. Did you mean !mute <series>?",
        "!statsu = There is no command !statsu. Did you mean !status?",
        "!xyzzy = There is no command !xyzzy. Say !help for what I know.",
        "!12 = There is no command !12. Say !help for what I know.",
        "!help xyzzy = There is no command !xyzzy. Usage: !help [command]",
      })
  void aCommandThatDoesNotExistIsAnsweredWithOneLineThatHelps(String said, String answer) {
    assertThat(lab.say(said)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!help digest", "!help !digest", "!help DIGEST"})
  void helpOnOneCommandShowsExamples(String said) {
    assertThat(lab.say(said))
        .contains(
            "`!digest [list|group|all] [window] [filter] [brief|full|classic]`",
            "- `!digest kvm 7d`");
  }

  @Test
  void everyCommandIsInTheHelpAndHasExamplesThatItUnderstands() {
    String help = lab.say("!help");
    for (String word : new Commands().words()) {
      assertThat(help).contains("`" + word);
      assertThat(lab.say("!help " + word)).contains("- `" + word);
    }
  }

  @Test
  void noAnswerIsACommandItself() {
    for (String word : new Commands().words()) {
      assertThat(lab.say(word)).doesNotStartWith("!");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!digest pond 24h                    | 2026-03-09 12:00 to 2026-03-10 12:00 UTC",
        "!digest                             | 2026-03-09 12:00 to 2026-03-10 12:00 UTC",
        "!digest 7d                          | 2026-03-03 12:00 to 2026-03-10 12:00 UTC",
        "!digest POND 2W                     | 2026-02-24 12:00 to 2026-03-10 12:00 UTC",
        "!digest 2 h                         | 2026-03-10 10:00 to 2026-03-10 12:00 UTC",
        "!digest today                       | 2026-03-10 00:00 to 2026-03-10 12:00 UTC",
        "!digest pond yesterday              | 2026-03-09 00:00 to 2026-03-10 00:00 UTC",
        "!digest 2026-03-01..2026-03-08      | 2026-03-01 00:00 to 2026-03-08 00:00 UTC",
        "!digest 2026-03-01 .. 2026-03-08    | 2026-03-01 00:00 to 2026-03-08 00:00 UTC",
        "!digest 2026-03-01                  | 2026-03-01 00:00 to 2026-03-10 12:00 UTC",
        "!digest 2026-03-01T09:30..2026-03-01 10:00 | 2026-03-01 09:30 to 2026-03-01 10:00 UTC",
      })
  void aDigestCoversTheWindowThatWasNamed(String said, String period) {
    assertThat(lab.say(said)).isEqualTo("**pond**, " + period + ": no patches.");
  }

  @Test
  void daysAreThoseOfTheBotsZone() {
    lab.zone("Europe/Berlin");

    assertThat(lab.say("!digest today"))
        .contains("2026-03-10 00:00 to 2026-03-10 13:00 Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!digest pond sometime | 'sometime' is no window; windows are 24h,",
        "!digest pond 0d       | '0d' is no window;",
        "!digest pond 2026-02-30 | '2026-02-30' is no window;",
        "!digest pond 2026-03-08..2026-03-01 | '2026-03-08..2026-03-01' is no window;",
        "!digest pnd           | 'pnd' is neither a list nor a window. Did you mean pond? I read"
            + " pond;",
        "!digest kernel 7d     | 'kernel' is neither a list nor a window. I read pond; windows are",
      })
  void aWindowOrListThatIsNoneIsSaidSoWithUsage(String said, String answer) {
    assertThat(lab.say(said))
        .startsWith(answer)
        .endsWith("Usage: !digest [list|group|all] [window] [filter] [brief|full|classic]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!digest", "!digest 7d", "!digest today"})
  void ofSeveralListsOneHasToBeNamed(String said) {
    assertThat(two.say(said))
        .isEqualTo(
            "Which list? I read pond, river; all means all of them. Usage: !digest [list|group|all]"
                + " [window] [filter] [brief|full|classic]");
  }

  @Test
  void aDigestShowsOnlyItsList() {
    two.patch("pond", Duration.ofHours(2), "[PATCH] pond: frogs");
    two.patch("river", Duration.ofHours(1), "[PATCH] river: trout");

    assertThat(two.say("!digest river")).contains("river: trout").doesNotContain("frogs");
    assertThat(two.say("!digest pond")).contains("pond: frogs").doesNotContain("trout");
  }

  @Test
  void ofWhatWasSilentForTwoYearsItIsSaidWhatIsNoLongerKept() {
    lab.reading.add(
        new Call.Reading(
            "pond",
            9,
            0,
            true,
            Optional.of(CommandLab.NOW.minus(Duration.ofDays(900))),
            Optional.empty(),
            Optional.of(CommandLab.NOW),
            ""));
    lab.patch(Duration.ofDays(800), "[PATCH] pond: be quick between large stones");
    for (int i = 0; i < 500; i++) {
      lab.patch(Duration.ofDays(1), "[PATCH] another matter " + i);
    }
    lab.patch(Duration.ofHours(1), "[PATCH v2] pond: be quick between large stones");

    assertThat(lab.say("!series 1"))
        .contains("what changed since v1 is no longer kept, !diff reads it again");
    String gap = "Of series that were silent for two years I no longer know whom they went to.";
    assertThat(lab.say("!digest 800d")).contains(gap);
    assertThat(lab.say("!digest 700d")).doesNotContain(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "24h, false, false",
    "7d, false, true",
    "30d, true, true",
  })
  void aDigestSaysWhatItCannotKnow(String window, boolean before, boolean broken) {
    lab.reading.add(
        new Call.Reading(
            "pond",
            9,
            1,
            true,
            Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-05T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-10T00:00:00Z")),
            ""));

    String answer = lab.say("!digest " + window);

    assertThat(answer.contains("I know this list from 2026-03-01 00:00 UTC on.")).isEqualTo(before);
    assertThat(answer.contains("Some mail of this time could not be read.")).isEqualTo(broken);
    assertThat(answer.contains("**Incomplete:**")).isEqualTo(before || broken);
  }

  @Test
  void aDigestSaysThatItsArchiveFails() {
    lab.health.add(
        new SourceHealth(
            "pond", Optional.empty(), Optional.of("the disk is away"), Optional.empty()));

    assertThat(lab.say("!digest"))
        .contains("**Incomplete:** The archive cannot be read at the moment: the disk is away.");
  }

  @Test
  void aSeriesOfOneRevisionHasNothingToLink() {
    lab.patch(Duration.ofHours(1), "[PATCH] pond: frogs");

    assertThat(lab.say("!why #1"))
        .isEqualTo(
            "**#1 pond: frogs**\n\nOnly one revision is known, so there is nothing to link.");
  }

  @Test
  void followsAreAChannelsOwn() {
    lab.patch(Duration.ofHours(1), "[PATCH] pond: frogs");

    assertThat(lab.say("here", "!follow frogs"))
        .isEqualTo("Following #1, now at v1: **pond: frogs**");
    assertThat(lab.say("here", "!follow #1")).startsWith("This channel follows #1 already.");
    assertThat(lab.say("there", "!following"))
        .isEqualTo("This channel follows nothing. Say !follow and words of a title.");
    assertThat(lab.say("there", "!unfollow #1")).startsWith("This channel does not follow #1.");
    assertThat(lab.say("there", "!unfollow all")).isEqualTo("This channel follows nothing.");
    assertThat(lab.say("here", "!following"))
        .contains("- **#1** v1 pond: frogs *(since 10 Mar 2026, asked for by Bea)*");
    assertThat(lab.say("here", "!unfollow ALL")).isEqualTo("Ended 1 follow.");
  }

  @Test
  void aBotThatHasReadNothingSaysSo() {
    lab.reading.add(
        new Call.Reading(
            "pond", 0, 0, false, Optional.empty(), Optional.empty(), Optional.empty(), ""));

    assertThat(lab.say("!status"))
        .startsWith(
            "- **pond**: 0 mails; newest never; read to the end not yet;"
                + " reading it for the first time")
        .endsWith("0 series from 0 patch mails, 0 follows, 0 posts waiting.");
  }

  @Test
  void theListsAreNamedWithTheirArchives() {
    assertThat(two.say("!lists"))
        .contains("- **pond**, [archive](<https://lists.example/pond/>)", "- **river**, ");
  }
}
