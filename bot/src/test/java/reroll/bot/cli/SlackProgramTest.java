package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.BOT_USER;
import static reroll.connectors.chat.slack.fake.FakeSlack.DIRECT;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.demo.DemoArchive;
import reroll.bot.run.BotProcess;
import reroll.connectors.chat.slack.fake.FakeSlack;
import tools.jackson.databind.JsonNode;

/** The whole program in a Slack workspace: a configuration file, a process, people who ask. */
@TestInstance(Lifecycle.PER_CLASS)
class SlackProgramTest {
  private static final String NEWS = "C0NEWS";

  private Path folder;
  private FakeSlack slack;
  private BotProcess bot;
  private DemoArchive harbor;

  @BeforeAll
  void start(@TempDir Path made) throws Exception {
    folder = made;
    slack = new FakeSlack(Clock.systemUTC());
    slack.addChannel(NEWS);
    harbor = DemoArchive.create(folder.resolve("mail"), Instant.now());
    Files.writeString(folder.resolve("bot-token"), FakeSlack.BOT_TOKEN + "\n");
    Files.writeString(folder.resolve("app-token"), FakeSlack.APP_TOKEN + "\n");
    Files.writeString(
        folder.resolve("reroll.yaml"),
        """
        state: state
        lists:
          harbor: {poll: 1s, start: all, archive: {type: files, path: mail}}
        chats:
          lab:
            type: slack
            bot-token: {file: bot-token}
            app-token: {file: app-token}
            api: %s
        """
            .formatted(slack.api()));
    bot = BotProcess.run(folder.resolve("reroll.yaml"));
    await().until(() -> slack.sockets() == 1 && bot.log().contains("read for the first time"));
  }

  @AfterAll
  void end() {
    bot.close();
    slack.close();
  }

  private List<String> answers(String question, String channel) {
    return slack.posts(channel).stream()
        .filter(post -> post.path("thread_ts").asString("").equals(question))
        .filter(post -> post.has("metadata"))
        .map(post -> slack.shown(post).text())
        .toList();
  }

  private String answer(String question, String channel) {
    await().until(() -> !answers(question, channel).isEmpty());
    return answers(question, channel).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    POND + ", !digest harbor 3w",
    POND + ", <@" + BOT_USER + "> digest harbor 3w",
    DIRECT + ", digest harbor 3w"
  })
  void aDigestIsAnsweredOnceInTheThreadWhereverAndHoweverItIsAskedFor(String channel, String text) {
    String question = slack.say(channel, ANN, text);
    assertThat(answer(question, channel)).startsWith("harbor, ").contains(" patches in ");

    answer(slack.say(channel, ANN, "<@" + BOT_USER + "> lists"), channel);
    assertThat(answers(question, channel)).as("nothing came twice meanwhile").hasSize(1);
  }

  @Test
  void theSlashCommandIsAnsweredOnceAndToTheAskerAlone() {
    int posts = slack.posts(POND).size();
    String address = slack.slash(POND, ANN, "digest harbor 3w");
    await().until(() -> !whispers(address).isEmpty());

    String other = slack.slash(POND, ANN, "lists");
    await().until(() -> !whispers(other).isEmpty());
    assertThat(whispers(address))
        .singleElement()
        .asString()
        .startsWith("harbor, ")
        .contains(" patches in ");
    assertThat(slack.posts(POND)).hasSize(posts);
  }

  private List<String> whispers(String address) {
    return slack.whispers().stream()
        .filter(answer -> answer.path("answers").asString("").equals(address))
        .map((JsonNode answer) -> slack.shown(answer).text())
        .toList();
  }

  @Test
  void aCardComesToTheChannelThatFollowsAndItsButtonsAreAnsweredBelowIt() throws Exception {
    String question = slack.say(NEWS, ANN, "!follow page cache read-ahead");
    assertThat(answer(question, NEWS)).startsWith("Following #");
    for (DemoArchive.Live mail : DemoArchive.live()) {
      harbor.deliver(mail.file(), Instant.now());
    }
    await().until(() -> !cards().isEmpty());
    String card = cards().get(0);

    assertThat(press(card, "Follow")).startsWith("This channel follows #");
    assertThat(press(card, "Compare")).contains("v2 → v3");
    assertThat(press(card, "Mute")).startsWith("Muted #");
    assertThat(press(card, "Mute")).contains("is muted here already");
    slack.press(NEWS, ANN, card, "Why");
    await()
        .until(() -> whispers().stream().anyMatch(told -> told.contains("page cache read-ahead")));
    assertThat(cards()).containsExactly(card);
  }

  private List<String> whispers() {
    return slack.whispers().stream().map(told -> slack.shown(told).text()).toList();
  }

  private List<String> cards() {
    return slack.posts(NEWS).stream()
        .filter(post -> !post.has("thread_ts"))
        .map(post -> post.path("ts").asString(""))
        .toList();
  }

  /** What the bot answers below a card to one press. */
  private String press(String card, String label) {
    int before = answers(card, NEWS).size();
    slack.press(NEWS, ANN, card, label);
    await().until(() -> answers(card, NEWS).size() > before);
    return answers(card, NEWS).get(before);
  }

  @Test
  void onHangupItReadsItsFileAgainAndStaysConnected() throws Exception {
    assumeThat(BotProcess.hearsHangup()).as("skipped: nohup keeps the signal from all").isTrue();
    int sockets = slack.calls("apps.connections.open");
    Files.createDirectories(folder.resolve("none"));
    String config = Files.readString(folder.resolve("reroll.yaml"));
    Files.writeString(
        folder.resolve("reroll.yaml"),
        config.replace("lists:\n", "lists:\n  second: {archive: {type: files, path: none}}\n"));

    bot.hangUp();

    await().until(() -> bot.log().contains("the configuration was read again"));
    assertThat(answer(slack.say(POND, ANN, "!lists"), POND)).contains("harbor", "second");
    assertThat(slack.calls("apps.connections.open")).isEqualTo(sockets);
  }

  @Test
  void checkFindsTokensScopesChannelsAndSocketGood() {
    StringWriter out = new StringWriter();

    assertThat(check("reroll.yaml", out)).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("lab: ")))
        .containsExactly(
            "lab: The bot token is that of @reroll in Lab",
            "lab: The bot token has all scopes that I need",
            "lab: I am in #pond, #c0news",
            "lab: The app-level token opens a socket: I can hear");
  }

  @Test
  void checkNamesATokenThatDoesNotWorkAndFails() throws Exception {
    Files.writeString(folder.resolve("old-token"), "xoxb-old\n");
    String config = Files.readString(folder.resolve("reroll.yaml"));
    Files.writeString(folder.resolve("old.yaml"), config.replace("bot-token}", "old-token}"));
    StringWriter out = new StringWriter();

    assertThat(check("old.yaml", out)).isEqualTo(1);
    assertThat(out.toString())
        .contains("lab: NOT GOOD: The bot token is refused, invalid_auth: install the app again")
        .doesNotContain("xoxb-");
  }

  private int check(String config, StringWriter out) {
    PrintWriter lines = new PrintWriter(out, true);
    return CommandLines.execute(
        lines, lines, "check", "--config", folder.resolve(config).toString());
  }
}
