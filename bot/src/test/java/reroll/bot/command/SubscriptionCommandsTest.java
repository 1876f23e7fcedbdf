package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.role.Role;
import reroll.bot.role.Roles;

/** What a channel wants to hear of, and what not. */
class SubscriptionCommandsTest {
  private final CommandLab lab = new CommandLab("pond", "river");
  private final CommandLab one = new CommandLab("pond");

  @BeforeEach
  void someSeries() {
    lab.patch("pond", Duration.ofDays(3), "[PATCH] pond: count the frogs"); // #1
    lab.patch("river", Duration.ofHours(2), "[RFC PATCH] river: count the trout"); // #2
  }

  @Test
  void aChannelSubscribesToAListWithAFilterOrWithout() {
    assertThat(lab.say("!subscribe pond")).isEqualTo("Subscribed to: **pond**");
    assertThat(lab.say("!subscribe RIVER path:river/** -kind:stable"))
        .isEqualTo("Subscribed to: **river path:river/** -kind:stable**");
    assertThat(lab.say("!subscribe pond"))
        .isEqualTo("This channel hears of that already, since 10 Mar 2026: **pond**");
    assertThat(lab.say("!subscriptions"))
        .isEqualTo(
            """
            This channel subscribed:

            - **pond** *(since 10 Mar 2026, asked for by Bea)*
            - **river path:river/** -kind:stable** *(since 10 Mar 2026, asked for by Bea)*\
            """);
    assertThat(lab.say("elsewhere", "!subscriptions"))
        .isEqualTo("This channel subscribed nothing. Say !subscribe and a list.");
  }

  @Test
  void theOnlyListNeedNotBeNamedWhereAFilterIs() {
    assertThat(one.say("!subscribe author:ann")).isEqualTo("Subscribed to: **pond author:ann**");
    assertThat(one.say("!subscribe")).startsWith("Which list? I read pond.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!subscribe           | Which list? I read pond, river. Usage: !subscribe <list> [filter]",
        "!subscribe pnd       | 'pnd' is no list. Did you mean pond? I read pond, river. Usage: ",
        "!subscribe lake x    | 'lake' is no list. I read pond, river. Usage: !subscribe <list>",
        "!subscribe author:a  | 'author:a' is no list. I read pond, river.",
        "!subscribe pond autor:ann | Term 1, 'autor:ann': there is no key autor; did you mean",
        "!unsubscribe         | Which list? I read pond, river. Usage: !unsubscribe <list>",
        "!unsubscribe pond    | This channel has no such subscription; !subscriptions names those",
        "!unsubscribe all     | This channel has no such subscription; !subscriptions names those",
        "!follow autor:ann    | Term 1, 'autor:ann': there is no key autor; did you mean author? ",
        "!follow author:      | Term 1, 'author:': nothing stands behind author:. Usage: !follow",
        "!follow pond: kind:  | Term 2, 'kind:': nothing stands behind kind:. Usage: !follow <",
        "!follow pond:frogs   | I know no series for 'pond:frogs'.",
        "!follow kind:rcf     | Term 1, 'kind:rcf': there is no kind rcf; known are bots, patch,",
        "!unfollow author:ann | This channel does not follow 'author:ann'; !following names what",
        "!mute                | Which series? Give its number, words of its title, a Message-ID",
        "!unmute #1           | #1 is not muted here; !following names what is. Usage: !unmute",
        "!filter              | What is to be tested? Usage: !filter test [list] <filter> [window]",
        "!filter tst x        | What is to be tested? Usage: !filter test [list] <filter> [window]",
        "!filter test size:x  | Term 1, 'size:x': a size is such as 1, >10, 2..8 or <500lines.",
      })
  void whatCannotBeDoneIsSaidInOneLine(String said, String answer) {
    assertThat(lab.say(said)).startsWith(answer).doesNotContain("\n");
  }

  @Test
  void subscriptionsEndOneByOneByListOrAllAtOnce() {
    lab.say("!subscribe pond author:ann");
    lab.say("!subscribe pond author:bob");
    lab.say("!subscribe river");
    lab.say("!follow author:cid");

    assertThat(lab.say("!unsubscribe pond author:bob")).isEqualTo("Ended 1 subscription.");
    lab.say("!subscribe pond");
    assertThat(lab.say("!unsubscribe pond")).isEqualTo("Ended 2 subscriptions.");
    assertThat(lab.say("!unsubscribe ALL")).isEqualTo("Ended 1 subscription.");
    assertThat(lab.say("!following")).contains("author:cid");
  }

  @Test
  void whatTheConfigurationSubscribesEndsThereOnly() {
    lab.configured("room", "pond", "author:ann");
    lab.say("!subscribe pond");

    assertThat(lab.say("!subscriptions"))
        .contains("- **pond author:ann** *(since 10 Mar 2026, in the configuration)*");
    assertThat(lab.say("!unsubscribe pond"))
        .isEqualTo(
            "Ended 1 subscription. What stands in the configuration file ends when it is taken"
                + " out there: pond author:ann");
    assertThat(lab.say("!unsubscribe pond author:ann"))
        .startsWith("What stands in the configuration file ends when it is taken out there:");
  }

  @Test
  void authorsPathsAndWordsCanBeFollowedAcrossLists() {
    assertThat(lab.say("!follow author:ann -kind:rfc"))
        .isEqualTo("Following: **author:ann -kind:rfc**");
    assertThat(lab.say("!follow \"title:page cache\""))
        .isEqualTo("Following: **title:\"page cache\"**");
    assertThat(lab.say("!follow author:ann -kind:rfc")).startsWith("This channel hears of that");
    assertThat(lab.say("!following"))
        .contains(
            "- **author:ann -kind:rfc** *(since 10 Mar 2026, asked for by Bea)*",
            "- **title:\"page cache\"** *(");
    assertThat(lab.say("!subscriptions")).startsWith("This channel subscribed nothing.");
    assertThat(lab.say("!unfollow author:ann -kind:rfc"))
        .isEqualTo("No longer following: **author:ann -kind:rfc**");
    lab.say("!follow #1");
    assertThat(lab.say("!unfollow all")).isEqualTo("Ended 2 follows.");
  }

  @Test
  void aSeriesIsMutedHereUntilItIsUnmutedOrFollowed() {
    assertThat(lab.say("!mute frogs")).isEqualTo("Muted #1 here: **pond: count the frogs**");
    assertThat(lab.say("!mute #1")).startsWith("#1 is muted here already:");
    assertThat(lab.say("!following"))
        .isEqualTo(
            """
            This channel follows nothing. Say !follow and words of a title.

            Muted here:

            - **#1** v1 pond: count the frogs *(since 10 Mar 2026, muted by Bea)*\
            """);
    assertThat(lab.say("elsewhere", "!following")).doesNotContain("Muted");
    assertThat(lab.say("!unmute #1"))
        .isEqualTo("No longer muted here, #1: **pond: count the frogs**");
    lab.say("!mute #1");
    assertThat(lab.say("!follow #1"))
        .isEqualTo("Following #1, now at v1, no longer muted: **pond: count the frogs**");
    assertThat(lab.say("!following")).doesNotContain("Muted");
  }

  @Test
  void whyASeriesIsToldHereIsSaid() {
    lab.say("!follow #1");
    lab.say("!follow author:ann");
    lab.say("!subscribe pond title:frogs");
    lab.say("!subscribe pond title:newts");
    lab.say("!mute #2");

    assertThat(lab.say("!why #1"))
        .endsWith(
            """
            In this channel:

            - followed here by Bea
            - followed here by Bea: author:ann
            - subscribed: pond title:frogs\
            """);
    assertThat(lab.say("!why #2")).contains("- not told, muted here by Bea");
    assertThat(lab.say("elsewhere", "!why #1")).doesNotContain("In this channel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!filter test author:ann 7d       | **author:ann**: 2 of 2 new series and versions, 0.3"
            + " posts",
        "!filter test author:ann          | **author:ann**: 2 of 2 new series and versions, 0.3"
            + " posts",
        "!filter test author:ann 24h      | **author:ann**: 1 of 1 new series and versions, 1.0"
            + " posts",
        "!filter test kind:rfc 2w         | **kind:rfc**: 1 of 2 new series and versions, 0.1"
            + " posts",
        "!filter test pond title:frogs 7d | **list:pond title:frogs**: 1 of 2 new series",
        "!filter test pond                | **list:pond**: 1 of 2 new series and versions, 0.1",
        "!filter test 7d                  | Without a filter: 2 of 2 new series and versions, 0.3",
        "!filter test author:zoe          | **author:zoe**: 0 of 2 new series and versions, 0.0",
      })
  void aFilterIsTriedOnWhatCameBefore(String said, String answer) {
    assertThat(lab.say(said)).startsWith(answer);
  }

  @Test
  void whatAFilterLetsThroughIsShownNewestFirst() {
    assertThat(lab.say("!filter test author:ann"))
        .contains(
            "- **#2** RFC v1 [river: count the trout](<https://lists.example/river/2026-2@",
            "- **#1** v1 [pond: count the frogs](<");
    for (int i = 0; i < 20; i++) {
      lab.patch("pond", Duration.ofHours(1), "[PATCH] reed: bend " + "ab".repeat(i + 1));
    }
    assertThat(lab.say("!filter test reed")).contains("20 of 22").endsWith("- and 10 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!subscribe pond", "!unsubscribe pond", "!SUBSCRIBE nonsense"})
  void whoLacksARoleIsToldSoInOneLine(String said) {
    lab.roles = new Roles(Map.of("work/U1", Role.ADMIN), Map.of(), Role.EVERYONE);

    assertThat(lab.say(said))
        .endsWith(
            "subscribe here: it needs the role member."
                + " Whoever runs the bot gives it, in the configuration.");
    assertThat(lab.say("!subscriptions")).startsWith("This channel subscribed nothing.");
    assertThat(lab.say("!follow #1")).startsWith("Following #1");
  }
}
