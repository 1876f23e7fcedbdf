package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.chat.ChatPlatform.Finding;
import reroll.connectors.chat.slack.fake.Fault;

/** What {@code reroll check} says of a workspace. */
class CheckTest extends AtSlack {
  private List<Finding> bad() throws InterruptedException {
    return lab.chat.check().stream().filter(finding -> !finding.good()).toList();
  }

  @Test
  void whereAllIsWellEveryFindingIsGood() throws Exception {
    assertThat(lab.chat.check())
        .containsExactly(
            new Finding(true, "The bot token is that of @reroll in Lab"),
            new Finding(true, "The bot token has all scopes that I need"),
            new Finding(true, "I am in #pond"),
            new Finding(true, "The app-level token opens a socket: I can hear"));
    assertThat(lab.slack.posts(POND)).isEmpty();
  }

  @Test
  void missingScopesAreNamed() throws Exception {
    lab.slack.grantOnly(Set.of("channels:read", "groups:read", "chat:write", "commands"));

    assertThat(bad())
        .extracting(Finding::text)
        .containsExactly(
            "The bot token lacks the scopes app_mentions:read, channels:history, files:write,"
                + " groups:history, im:history, mpim:history; compare the app with the manifest,"
                + " then install it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "token_revoked", "account_inactive"})
  void aTokenThatDoesNotWorkIsNamedWithWhatToDo(String error) throws Exception {
    lab.slack.revoke(error);

    assertThat(bad())
        .extracting(Finding::text)
        .containsExactly(
            "The bot token is refused, "
                + error
                + ": install the app again and put the new token"
                + " into the configuration",
            "The app-level token is refused, "
                + error
                + ": install the app again and put the new"
                + " token into the configuration");
  }

  @Test
  void aBotThatIsInNoChannelSaysHowToInviteIt() throws Exception {
    lab.slack.expelBot(POND);

    assertThat(bad())
        .extracting(Finding::text)
        .containsExactly("I am in no channel; say /invite @reroll in one");
  }

  @Test
  void channelsAreReadPageByPageToTheLast() throws Exception {
    lab.slack.expelBot(POND);
    for (int i = 0; i < 450; i++) {
      lab.slack.addChannel("C" + i);
    }

    assertThat(lab.chat.check())
        .extracting(Finding::text)
        .anyMatch(
            text -> text.startsWith("I am in #c0, #c1, ") && text.endsWith("#c49 and 400 more"));
    assertThat(lab.slack.calls("users.conversations")).isEqualTo(3);
  }

  @Test
  void aSlackThatIsAwayIsAFinding() throws Exception {
    lab.slack.next("auth.test", new Fault.Page(503, false));
    lab.slack.next("apps.connections.open", new Fault.TooFast(30));

    assertThat(bad())
        .extracting(Finding::text)
        .containsExactly(
            "The bot token could not be checked: Slack answers 503 to auth.test",
            "The app-level token could not be checked: Slack wants no apps.connections.open for 30"
                + " s");
  }
}
