package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of several lists. */
class DigestCommandTest {
  private final CommandLab lab = new CommandLab("pond", "river", "sea");

  @BeforeEach
  void mailCame() {
    lab.groups.add(new ListGroup("inland", List.of("pond", "river")));
    lab.patch("pond", Duration.ofHours(3), "[PATCH] pond: frogs");
    lab.patch("river", Duration.ofHours(2), "[PATCH] river: trout");
    lab.patch("sea", Duration.ofHours(1), "[PATCH] sea: whales");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!digest inland            | inland    | 2",
        "!digest INLAND since 24h  | inland    | 2",
        "!digest inland brief      | inland    | 2",
        "!digest all               | all lists | 3",
        "!digest All today brief   | all lists | 3",
        "!digest sea 24h brief     | sea       | 1",
      })
  void aGroupAndAllListsHaveOneDigest(String said, String name, int patches) {
    String patch = patches == 1 ? "1 patch in 1 series" : patches + " patches in " + patches;
    assertThat(lab.say(said)).startsWith("**" + name + "**, 2026-03-").contains(": " + patch);
  }

  @Test
  void aDigestOfAGroupShowsTheListsOfTheGroup() {
    assertThat(lab.say("!digest inland")).contains("frogs", "trout").doesNotContain("whales");
  }

  @Test
  void aPatchThatWentToTwoListsIsOne() {
    String id = lab.patch("pond", Duration.ofHours(1), "[PATCH] pond: newts");
    lab.arrivesOn("river", id);
    assertThat(lab.say("!digest river")).contains("newts");
    assertThat(lab.say("!digest inland")).containsOnlyOnce("newts");
  }

  @Test
  void aListOfThatNameComesBeforeTheWord() {
    CommandLab two = new CommandLab("all", "pond");
    two.patch("pond", Duration.ofHours(1), "[PATCH] pond: frogs");
    assertThat(two.say("!digest all")).startsWith("**all**").doesNotContain("frogs");
  }

  @Test
  void everyBlindListIsNamed() {
    lab.health.add(failing("river", "the host is down."));
    lab.reading.add(
        new Call.Reading(
            "pond", 0, 0, false, Optional.empty(), Optional.empty(), Optional.empty(), ""));
    assertThat(lab.say("!digest inland"))
        .contains(
            "**Incomplete:** pond: I am still reading this list for the first time."
                + " river: The archive cannot be read at the moment: the host is down.");
    assertThat(lab.say("!digest sea")).doesNotContain("Incomplete");
  }

  private static SourceHealth failing(String list, String what) {
    return new SourceHealth(list, Optional.empty(), Optional.of(what), Optional.of(Instant.EPOCH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "!digest inlan           | 'inlan' is neither a list nor a window. Did you mean inland?",
        "!digest inland pond     | 'pond' is no window;",
        "!digest full            | Which list? I read pond, river, sea; all means all of them.",
        "!digest 7d              | Which list? I read pond, river, sea; all means all of them.",
        "!digest all v6.19-rc1.. | I do not know when v6.19-rc1 came out;",
        "!digest monday..v6.19-rc1 | I do not know when v6.19-rc1 came out;",
        "!digest sea 7d wales     | 'wales' is no filter; one is title:folio or path:mm/**.",
        "!digest sea autor:ann    | Term 1, 'autor:ann': there is no key autor; did you mean author?",
        "!digest sea 7d author:   | Term 1, 'author:': nothing stands behind author:",
        "!digest full all        | 'full' is neither a list nor a window. I read pond,",
      })
  void whatIsNoDigestIsSaidSo(String said, String answer) {
    assertThat(lab.say(said))
        .startsWith(answer)
        .endsWith("Usage: !digest [list|group|all] [window] [filter] [brief|full|classic]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!digest all 24h title:trout     | title:trout          | 1 patch in 1 series",
        "!digest all title:trout 24h     | title:trout          | 1 patch in 1 series",
        "!digest all -title:trout        | -title:trout         | 2 patches in 2",
        "!digest all since monday list:sea brief | list:sea     | 1 patch in 1 series",
        "!digest inland 24h author:ann trout     | author:ann title:trout | 1 patch in 1 series",
        "!digest inland title:whales     | title:whales         | no patches",
      })
  void aDigestSaysByWhichFilterItCounts(String said, String filter, String counts) {
    assertThat(lab.say(said)).contains(", only " + filter + ", 2026-03-").contains(": " + counts);
  }

  @Test
  void whatAFilterLeavesOutStillSupersedesWhatItLetsThrough() {
    lab.patch("pond", Duration.ofHours(2), "[PATCH RFC v2] pond: frogs");
    assertThat(lab.say("!digest pond -kind:rfc"))
        .contains("1 revision was superseded")
        .doesNotContain("frogs");
  }

  @Test
  void aWindowMayBeginAndEndWithATag() {
    lab.tag("v6.18", "2026-03-10T09:30:00Z");
    lab.tag("v6.19-rc1", "2026-03-10T10:30:00Z");
    assertThat(lab.say("!digest all v6.18.."))
        .contains("2026-03-10 09:30 to 2026-03-10 12:00 UTC: 2 patches");
    assertThat(lab.say("!digest all V6.18..v6.19-rc1"))
        .contains("2026-03-10 09:30 to 2026-03-10 10:30 UTC: 1 patch in");
    assertThat(lab.say("!digest all since v6.19-rc1 title:whales")).contains("10:30 to");
    assertThat(lab.say("!digest all v6.19-rc1..v6.18"))
        .startsWith("'v6.19-rc1..v6.18' is no window");
  }

  @Test
  void aFileOfTooManyMailsIsRefusedBeforeAnybodyWaits() {
    for (int i = 0; i < DigestAnswers.MAX_READ; i++) {
      lab.patch("sea", Duration.ofHours(1), "[PATCH] sea: wave " + i);
    }
    assertThat(lab.say("!digest sea classic"))
        .startsWith("That is more than 2000 mails to read again; name a shorter window, or say");
  }
}
