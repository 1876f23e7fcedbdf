package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.BOT_USER;
import static reroll.connectors.chat.slack.fake.FakeSlack.DIRECT;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.templates.text.RichText;

/** What people say, in all the ways in which they can say it. */
class HearingTest extends AtSlack {
  private Incoming onlyOne() {
    awaitQuiet();
    assertThat(lab.heard).hasSize(1);
    return lab.heard.get(0);
  }

  private void awaitQuiet() {
    await().until(() -> slack.unconfirmed() == 0);
  }

  @Test
  void aMessageInAChannelIsHeardAsItIs() {
    start();
    String ts = slack.say(POND, ANN, "!digest 7d");

    assertThat(onlyOne())
        .isEqualTo(new Incoming(POND, ANN, ts, Optional.empty(), "!digest 7d", false));
  }

  @Test
  void aMessageInAThreadNamesItsRoot() {
    start();
    String root = slack.say(POND, "U0BEA", "look at this");
    String ts = slack.sayBelow(root, POND, ANN, "!why 12");
    awaitQuiet();

    assertThat(lab.heard)
        .contains(new Incoming(POND, ANN, ts, Optional.of(root), "!why 12", false));
  }

  @Test
  void aMentionComesAsTwoEventsAndIsHeardOnceAsACommand() {
    start();
    String ts = slack.say(POND, ANN, "<@" + BOT_USER + "> digest 7d");

    assertThat(onlyOne())
        .isEqualTo(new Incoming(POND, ANN, ts, Optional.empty(), "digest 7d", true));
    assertThat(slack.confirmed()).isEqualTo(2);
  }

  @Test
  void aMentionInTheMiddleIsTalkAboutTheBot() {
    start();
    slack.say(POND, ANN, "ask <@" + BOT_USER + "> digest");

    assertThat(onlyOne().direct()).isFalse();
  }

  @Test
  void aDirectMessageNeedsNoPrefix() {
    start();
    slack.say(DIRECT, ANN, "digest");

    assertThat(onlyOne().direct()).isTrue();
  }

  @Test
  void theSlashCommandIsAnsweredToTheAskerAloneAlsoWhereTheBotIsNot() throws Exception {
    slack.expelBot(POND);
    start();
    String address = slack.slash(POND, ANN, "digest 7d");

    Incoming said = onlyOne();
    assertThat(said.text()).isEqualTo("digest 7d");
    assertThat(said.direct()).isTrue();
    answer(said);
    assertThat(slack.posts(POND)).isEmpty();
    assertThat(slack.whispers()).hasSize(1);
    assertThat(slack.whispers().get(0).path("answers").asString("")).isEqualTo(address);
    assertThat(slack.whispers().get(0).path("response_type").asString("")).isEqualTo("ephemeral");
  }

  private void answer(Incoming said) throws Exception {
    lab.chat.send(
        new Outgoing(
            "k1",
            said.channel(),
            Optional.of(said.thread().orElse(said.eventId())),
            RichText.ofPlain("8 patches"),
            Optional.empty()));
  }

  @Test
  void afterARestartTheAskerAloneIsToldByTheOrdinaryWay() throws Exception {
    start();
    slack.slash(POND, ANN, "digest 7d");
    Incoming said = onlyOne();

    lab.again(folder, clock)
        .send(
            new Outgoing(
                "k1", POND, said.thread(), RichText.ofPlain("8 patches"), Optional.empty()));

    assertThat(slack.whispers())
        .singleElement()
        .matches(w -> w.path("to").asString("").equals(ANN));
  }

  @Test
  void theSlashCommandAloneAsksForHelp() {
    start();
    slack.slash(POND, ANN, "");

    assertThat(onlyOne().text()).isEqualTo("help");
  }

  @Test
  void aButtonIsACommandInTheThreadOfItsPost() throws Exception {
    start();
    String card = lab.chat.send(SlackLab.post("k1", "v2 of frobs\n\n`!follow #12` `!diff #12`"));
    slack.press(POND, ANN, card, "Follow");

    Incoming said = onlyOne();
    assertThat(said.text()).isEqualTo("follow #12");
    assertThat(said.thread()).contains(card);
    assertThat(said.direct()).isTrue();
    assertThat(said.user()).isEqualTo(ANN);
  }

  @ParameterizedTest
  @CsvSource({"!follow #12, Follow", "!diff #12, Compare", "!mute #12, Mute", "!why #12, Why"})
  void aButtonReadsAsWhatItDoes(String command, String label) throws Exception {
    start();
    String card = lab.chat.send(SlackLab.post("k1", "v2 of frobs\n\n`" + command + "`"));
    slack.press(POND, ANN, card, label);

    assertThat("!" + onlyOne().text()).isEqualTo(command);
  }

  @Test
  void whatOnlyExplainsAPostIsToldToTheAskerAlone() throws Exception {
    start();
    String card = lab.chat.send(SlackLab.post("k1", "v2 of frobs\n\n`!why #12`"));
    slack.press(POND, ANN, card, "Why");
    answer(onlyOne());

    assertThat(slack.posts(POND)).hasSize(1);
    assertThat(slack.whispers())
        .singleElement()
        .matches(whisper -> whisper.path("response_type").asString("").equals("ephemeral"))
        .matches(whisper -> !whisper.path("replace_original").asBoolean(true));
  }

  @Test
  void belowACardItIsToldThere() throws Exception {
    start();
    String card = lab.chat.send(SlackLab.post("k1", "v2 of frobs"));
    Outgoing below =
        new Outgoing(
            "k2",
            POND,
            Optional.of(card),
            RichText.ofMarkdown("#12\n\n`!why #12`"),
            Optional.empty());
    slack.press(POND, ANN, lab.chat.send(below), "Why");

    assertThat(onlyOne().thread()).contains(card);
  }

  @Test
  void aButtonPressedTwiceIsTwoCommands() throws Exception {
    start();
    String card = lab.chat.send(SlackLab.post("k1", "x\n\n`!follow #12`"));
    slack.press(POND, ANN, card, "Follow");
    slack.press(POND, ANN, card, "Follow");
    awaitQuiet();

    assertThat(lab.heard.stream().map(Incoming::eventId).distinct()).hasSize(2);
  }

  static Stream<Arguments> typed() {
    return Stream.of(
        Arguments.of("!series a &lt; b &amp;amp; c", "!series a < b &amp; c"),
        Arguments.of("!why <mailto:1@x.org|1@x.org>", "!why 1@x.org"),
        Arguments.of(
            "!why <https://lore.kernel.org/kvm/1/>", "!why https://lore.kernel.org/kvm/1/"),
        Arguments.of("!why <http://a.org|a.org>", "!why a.org"),
        Arguments.of("!why <http://evil.org|lore.kernel.org>", "!why http://evil.org"),
        Arguments.of("!series <@U1> <#C1|pond> <!here>", "!series @U1 #pond @here"),
        Arguments.of("!series <!subteam^S1|@crew>", "!series @crew"),
        Arguments.of("!series &lt;!channel&gt;", "!series <!channel>"),
        Arguments.of("  <@UREROLL>, digest ", "digest"));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void whatWasTypedIsReadWithoutSlacksMarkup(String markup, String text) {
    start();
    slack.say(POND, ANN, markup);

    assertThat(onlyOne().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot_message",
        "message_changed",
        "message_deleted",
        "channel_join",
        "channel_topic"
      })
  void whatNobodySaidIsNotHeard(String subtype) {
    start();
    slack.deliverEvent(
        Json.object()
            .put("type", "message")
            .put("subtype", subtype)
            .put("channel", POND)
            .put("user", ANN)
            .put("text", "!digest")
            .put("ts", "1.000001"));
    awaitQuiet();

    assertThat(lab.heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {BOT_USER, "USLACKBOT", ""})
  void robotsAndTheBotItselfAreNotHeard(String user) {
    start();
    slack.say(POND, user, "!digest");
    awaitQuiet();

    assertThat(lab.heard).isEmpty();
  }

  @Test
  void whatIsDeliveredAgainIsHeardOnce() {
    start();
    slack.say(POND, ANN, "!digest");
    awaitQuiet();
    slack.deliverEvent(
        Json.object()
            .put("type", "message")
            .put("channel", POND)
            .put("user", ANN)
            .put("text", "!digest")
            .put("ts", lab.heard.get(0).eventId()));

    onlyOne();
  }

  @Test
  void anEventIsConfirmedInTimeHoweverLongTheWorkTakes() {
    CountDownLatch work = new CountDownLatch(1);
    lab.chat.start(
        said -> {
          try {
            work.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          lab.heard.add(said);
        });
    await().until(() -> slack.sockets() == 1);
    slack.say(POND, ANN, "!digest");
    slack.say(POND, ANN, "!lists");
    awaitQuiet();

    assertThat(lab.heard).isEmpty();
    assertThat(slack.late()).isZero();
    work.countDown();
    await().until(() -> lab.heard.size() == 2);
    assertThat(lab.heard).extracting(Incoming::text).containsExactly("!digest", "!lists");
  }
}
