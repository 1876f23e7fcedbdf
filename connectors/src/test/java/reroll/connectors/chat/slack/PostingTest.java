package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.templates.text.RichText;

/** Posts: where they go, each of them once, whatever Slack answers. */
class PostingTest extends AtSlack {
  private static final String POST = "chat.postMessage";

  private SlackChat chat;

  @BeforeEach
  void begin() {
    chat = lab.chat;
  }

  private static Outgoing below(String root, String key, String text) {
    return new Outgoing(key, POND, Optional.of(root), RichText.ofMarkdown(text), Optional.empty());
  }

  private ConnectorException failure(Outgoing post) {
    return catchThrowableOfType(ConnectorException.class, () -> chat.send(post));
  }

  @Test
  void aPostIsSeenInItsChannelWithoutUnfurledLinks() throws Exception {
    String ts = chat.send(SlackLab.post("k1", "**Hello** pond"));

    assertThat(slack.posts(POND)).hasSize(1);
    assertThat(slack.shown(slack.message(POND, ts)).text()).isEqualTo("Hello pond");
    assertThat(slack.message(POND, ts).path("unfurls").asBoolean()).isFalse();
  }

  @Test
  void anAnswerStandsInTheThreadAndIsNotBroadcast() throws Exception {
    String question = slack.say(POND, FakeSlack.ANN, "!lists");

    String ts = chat.send(below(question, "k1", "I read: pond"));

    assertThat(slack.message(POND, ts).path("thread_ts").asString("")).isEqualTo(question);
    assertThat(slack.message(POND, ts).path("broadcast").asBoolean()).isFalse();
  }

  @Test
  void aThreadWhoseRootIsGoneIsAnsweredInTheChannel() throws Exception {
    String question = slack.say(POND, FakeSlack.ANN, "!lists");
    slack.delete(POND, question);

    String ts = chat.send(below(question, "k1", "I read: pond"));

    assertThat(slack.message(POND, ts).has("thread_ts")).isFalse();
    assertThat(chat.find(POND, "k1")).contains(ts);
  }

  static Stream<Fault> uncertain() {
    return Stream.of(
        new Fault.HappenedBut("internal_error"),
        new Fault.HappenedBut("fatal_error"),
        new Fault.HappenedBut("service_unavailable"),
        new Fault.HappenedBut("request_timeout"),
        new Fault.Page(500, true),
        new Fault.Page(502, false),
        new Fault.Page(200, false),
        new Fault.Garbage(),
        new Fault.Cut());
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  void afterAnUncertainAnswerThePostIsLookedForAndIsThereOnce(Fault fault) throws Exception {
    slack.next(POST, fault);

    ConnectorException e = failure(SlackLab.post("k1", "once"));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.retryAfter()).contains(Refusals.LOOK_AFTER);
    if (chat.find(POND, "k1").isEmpty()) {
      chat.send(SlackLab.post("k1", "once"));
    }

    assertThat(slack.posts(POND)).hasSize(1);
    assertThat(chat.find(POND, "k1")).isPresent();
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  void soIsAnAnswerInAThread(Fault fault) throws Exception {
    String question = slack.say(POND, FakeSlack.ANN, "!lists");
    slack.next(POST, fault);

    assertThat(failure(below(question, "k1", "once")).outcome()).isEqualTo(Outcome.UNKNOWN);
    SlackChat restarted = lab.again(folder, clock);
    if (restarted.find(POND, "k1").isEmpty()) {
      restarted.send(below(question, "k1", "once"));
    }

    assertThat(slack.posts(POND)).hasSize(1);
  }

  @Test
  void aPostIsFoundBehindThousandsOfOthers() throws Exception {
    slack.next(POST, new Fault.Cut());
    assertThat(failure(SlackLab.post("k1", "once")).outcome()).isEqualTo(Outcome.UNKNOWN);
    for (int i = 0; i < 1_000; i++) {
      slack.say(POND, FakeSlack.ANN, "chatter " + i);
    }

    assertThat(chat.find(POND, "k1")).isPresent();
    assertThat(chat.find(POND, "k2")).isEmpty();
  }

  @Test
  void whatOthersCopyIsNoPostOfOurs() throws Exception {
    slack.say(POND, FakeSlack.ANN, "k1");

    assertThat(chat.find(POND, "k1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30})
  void tooFastIsWaitedForAsLongAsSlackSays(int seconds) throws Exception {
    slack.next(POST, new Fault.TooFast(seconds));

    ConnectorException e = failure(SlackLab.post("k1", "x"));
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(seconds));
    assertThat(failure(SlackLab.post("k2", "y")).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(slack.calls(POST)).as("the second was not asked for").isEqualTo(1);
    assertThat(chat.find(POND, "k1")).as("other methods are open").isEmpty();
    clock.sleep(Duration.ofSeconds(seconds));
    chat.send(SlackLab.post("k1", "x"));
    assertThat(slack.posts(POND)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"is_archived", "not_in_channel", "channel_not_found", "restricted_action"})
  void aChannelThatIsClosedRefusesItsPostAndIsATrouble(String error) throws Exception {
    slack.next(POST, new Fault.Says(error));

    ConnectorException e = failure(SlackLab.post("k1", "x"));

    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(e).hasMessageContaining(error);
    assertThat(chat.troubles()).singleElement().asString().contains(POND);
    chat.send(SlackLab.post("k2", "x"));
    assertThat(chat.troubles()).as("it works again").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_revoked", "invalid_auth", "account_inactive", "missing_scope"})
  void noPostIsGivenUpBecauseOfTheAccount(String error) throws Exception {
    slack.revoke(error);

    ConnectorException e = failure(SlackLab.post("k1", "x"));

    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.retryAfter()).contains(Refusals.ACCOUNT_REST);
    assertThat(chat.troubles()).singleElement().asString().contains(error);
    slack.restore();
    chat.send(SlackLab.post("k1", "x"));
    assertThat(chat.troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "msg_blocks_too_long", "msg_too_long"})
  void whatSlackDoesNotTakeAsBlocksIsPostedAsPlainText(String error) throws Exception {
    slack.next(POST, new Fault.Says(error));

    String ts = chat.send(SlackLab.post("k1", "**Hello** <b> *pond*"));

    assertThat(slack.message(POND, ts).has("blocks")).isFalse();
    assertThat(slack.shown(slack.message(POND, ts)).text()).isEqualTo("Hello <b> pond");
  }

  @Test
  void aChannelGetsOneMessageASecond() throws Exception {
    for (int i = 0; i < 5; i++) {
      chat.send(SlackLab.post("k" + i, "post " + i));
    }

    assertThat(slack.calls(POST)).as("none was refused for haste").isEqualTo(5);
    assertThat(slack.posts(POND)).hasSize(5);
  }

  @Test
  void aLongPostGoesOnInItsThread() throws Exception {
    Outgoing post = SlackLab.post("k1", paragraphs(20));

    String root = chat.send(post);

    assertThat(slack.posts(POND)).hasSizeGreaterThan(2);
    assertThat(slack.posts(POND).stream().skip(1))
        .allMatch(m -> m.path("thread_ts").asString("").equals(root));
    assertThat(allShown()).isEqualTo(IntStream.range(0, 20).boxed().toList());
    assertThat(chat.find(POND, "k1")).contains(root);
  }

  @Test
  void aLongPostThatBrokeOffIsFinishedAndNotRepeated() throws Exception {
    Outgoing post = SlackLab.post("k1", paragraphs(20));
    slack.next(POST, new Fault.Cut()); // the first arrives
    assertThat(failure(post).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(chat.find(POND, "k1")).isEmpty();
    slack.next(POST, new Fault.Page(502, false)); // the second does not
    assertThat(failure(post).outcome()).isEqualTo(Outcome.UNKNOWN);

    SlackChat restarted = lab.again(folder, clock);
    assertThat(restarted.find(POND, "k1")).isEmpty();
    String root = restarted.send(post);

    assertThat(allShown()).isEqualTo(IntStream.range(0, 20).boxed().toList());
    assertThat(restarted.find(POND, "k1")).contains(root);
  }

  private List<Integer> allShown() {
    return slack.posts(POND).stream()
        .flatMap(m -> slack.shown(m).text().lines())
        .filter(line -> line.startsWith("paragraph "))
        .map(line -> Integer.parseInt(line.split(" ", -1)[1]))
        .toList();
  }

  private static String paragraphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "paragraph " + i + " " + "word ".repeat(250))
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  void aFileGoesAlongInTheThread() throws Exception {
    String root = chat.send(withFile("k1"));

    assertThat(slack.posts(POND)).hasSize(2);
    assertThat(fileOf(1)).isEqualTo("all of it\n");
    assertThat(slack.posts(POND).get(1).path("thread_ts").asString("")).isEqualTo(root);
  }

  private static Outgoing withFile(String key) {
    return new Outgoing(
        key,
        POND,
        Optional.empty(),
        RichText.ofMarkdown("the digest"),
        Optional.of(new Attachment("digest.txt", "all of it\n")));
  }

  private String fileOf(int post) {
    String id = slack.posts(POND).get(post).path("files").path(0).path("id").asString("");
    return new String(slack.file(id), StandardCharsets.UTF_8);
  }

  static Stream<Fault> sharing() {
    return Stream.of(
        new Fault.Cut(), new Fault.Page(500, false), new Fault.HappenedBut("internal_error"));
  }

  @ParameterizedTest
  @MethodSource("sharing")
  void aFileOfWhichNobodyKnowsIsThereOnceInTheEnd(Fault fault) throws Exception {
    slack.next("files.completeUploadExternal", fault);
    assertThat(failure(withFile("k1")).outcome()).isEqualTo(Outcome.UNKNOWN);

    SlackChat restarted = lab.again(folder, clock);
    assertThat(restarted.find(POND, "k1")).as("the post is whole now").isPresent();

    assertThat(slack.posts(POND)).hasSize(2);
    assertThat(fileOf(1)).isEqualTo("all of it\n");
  }

  @Test
  void aPostIsChangedInItsPlaceAndKeepsItsIdentity() throws Exception {
    String ts = chat.send(SlackLab.post("k1", "v1 of frobs"));

    chat.edit(ts, SlackLab.post("k2", "v2 of frobs"));
    chat.edit(ts, SlackLab.post("k2", "v2 of frobs"));

    assertThat(slack.posts(POND)).hasSize(1);
    assertThat(slack.shown(slack.message(POND, ts)).text()).isEqualTo("v2 of frobs");
    assertThat(chat.find(POND, "k1")).contains(ts);
  }

  @Test
  void aChangeOfAMessageThatIsGoneIsRefused() {
    ConnectorException e =
        catchThrowableOfType(
            ConnectorException.class, () -> chat.edit("1.000001", SlackLab.post("k", "x")));

    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }
}
