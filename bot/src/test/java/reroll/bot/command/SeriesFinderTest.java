package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people name a series. */
class SeriesFinderTest {
  private final CommandLab lab = new CommandLab("pond");

  @BeforeEach
  void someSeries() {
    lab.patch(Duration.ofDays(3), "[PATCH] pond: count the frogs"); // #1, 2026-1@mails.example
    lab.patch(Duration.ofDays(2), "[PATCH] pond: count the newts"); // #2
    lab.patch(Duration.ofDays(1), "[PATCH v2] pond: count the frogs"); // #1 again
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#1",
        "1",
        "frogs",
        "FROGS count",
        "\"count the frogs\"",
        "pond: count the frogs",
        "2026-1@mails.example",
        "<2026-1@mails.example>",
        "2026-3@mails.example",
        "2026-1%40mails.example",
        "https://lore.kernel.org/r/2026-1@mails.example",
        "https://lore.kernel.org/r/2026-1%40mails.example",
        "https://lore.kernel.org/all/2026-1@mails.example/",
        "https://lore.kernel.org/pond/2026-1@mails.example/T/#u",
        "http://lore.kernel.org/pond/2026-1@mails.example/raw",
        "<https://patch.msgid.link/2026-1@mails.example>",
        "https://patch.msgid.link/2026-1@mails.example",
        "lore.kernel.org/r/2026-1@mails.example",
      })
  void everyWayToNameASeriesFindsIt(String name) {
    assertThat(lab.say("!series " + name)).startsWith("**#1 [pond: count the frogs]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#7                       | I know no series for '#7'. Usage: !series",
        "999999999999999          | I know no series for '999999999999999'.",
        "toads                    | I know no series for 'toads'.",
        "nobody@mails.example     | I know no series for 'nobody@mails.example'.",
        "https://lore.kernel.org/ | I know no series for 'https://lore.kernel.org/'.",
        "https://example.org/%zz@ | I know no series for 'https://example.org/%zz@'.",
      })
  void whatIsNotKnownIsSaidSo(String name, String answer) {
    assertThat(lab.say("!series " + name)).startsWith(answer);
  }

  @Test
  void whatMayStillBeReadIsSaidSo() {
    lab.reading.add(unread("pond"));
    assertThat(lab.say("!follow toads"))
        .startsWith("I know no series for 'toads'; I am still reading pond for the first time.");
    lab.reading.add(unread("river"));
    assertThat(lab.say("!follow toads")).contains("; I am still reading 2 lists for the first");
  }

  private static Call.Reading unread(String list) {
    return new Call.Reading(
        list, 0, 0, false, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"series", "why", "follow", "unfollow"})
  void wordsThatFitSeveralGiveAListToChooseFrom(String command) {
    assertThat(lab.say("!" + command + " count"))
        .isEqualTo(
            """
            2 series fit “count”:

            - **#1** v2 pond: count the frogs *(Ann Alder)*
            - **#2** v1 pond: count the newts *(Ann Alder)*

            Say the number of the one that you mean.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"series", "why", "follow", "unfollow"})
  void nothingToLookForIsAskedFor(String command) {
    assertThat(lab.say("!" + command))
        .startsWith("Which series? Give its number, words of its title, a Message-ID or a URL.")
        .contains("Usage: !" + command + " <");
  }

  @Test
  void manyThatFitAreCounted() {
    for (int i = 0; i < 20; i++) {
      lab.patch(Duration.ofHours(1), "[PATCH] reed: bend " + "ab".repeat(i + 1));
    }

    assertThat(lab.say("!series reed"))
        .startsWith("20 series fit “reed”; the newest are:")
        .contains("**#22** v1 reed: bend")
        .doesNotContain("**#12** ");
  }

  @Test
  void aWholeTitleIsMeantEvenWhereLongerOnesHoldIt() {
    lab.patch(Duration.ofHours(1), "[PATCH] pond: count the newts at night");

    assertThat(lab.say("!series pond: count the newts")).startsWith("**#2 [");
  }

  @Test
  void wordsOfAPatchInsideASeriesFindItWhereNoTitleFits() {
    lab.patch(Duration.ofHours(2), "[PATCH 1/2] reed: bend");
    lab.patch(Duration.ofHours(2), "[PATCH 2/2] reed: rustle");

    assertThat(lab.say("!series rustle")).startsWith("**#").contains("reed: bend");
  }

  @Test
  void whatSomebodyWroteIsNotRepeatedAtLength() {
    assertThat(lab.say("!series " + "x".repeat(1_000))).hasSizeLessThan(250);
  }
}
