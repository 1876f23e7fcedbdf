package reroll.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.Connectors;
import reroll.connectors.chat.ChatLab.Seen;
import reroll.connectors.chat.ChatPlatform.CanEdit;
import reroll.connectors.chat.ChatPlatform.CanLookUp;
import reroll.connectors.chat.matrix.MatrixChatLab;
import reroll.connectors.chat.slack.SlackChatLab;
import reroll.connectors.chat.terminal.TerminalChatLab;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;

/** What every chat promises, whatever is behind it. */
class ChatContractTest {
  /** Chats behind a server that can refuse and fail. */
  private static final List<Named<Kind>> SERVERS =
      List.of(Named.of("matrix", MatrixChatLab::in), Named.of("slack", SlackChatLab::in));

  private static final Named<Kind> SCREEN = Named.of("terminal", folder -> new TerminalChatLab());

  private static final int MANY = 600;
  private static final Pattern NUMBER = Pattern.compile("number (\\d+) of many ends here");

  @TempDir private Path folder;

  private final List<ChatLab> labs = new ArrayList<>();

  /** How to make a chat of one kind in a folder. */
  private interface Kind {
    ChatLab in(Path folder) throws Exception;
  }

  @AfterEach
  void stopWhatWasStarted() {
    labs.forEach(ChatLab::close);
  }

  private ChatLab make(Kind kind) throws Exception {
    ChatLab lab = kind.in(folder);
    labs.add(lab);
    return lab;
  }

  static List<Named<Kind>> all() {
    List<Named<Kind>> all = new ArrayList<>(SERVERS);
    all.add(SCREEN);
    return all;
  }

  static List<Named<Kind>> servers() {
    return SERVERS;
  }

  @Test
  void everyKindOfChatIsUnderThisContract() throws Exception {
    List<String> tested = new ArrayList<>();
    for (Named<Kind> kind : SERVERS) {
      tested.add(make(kind.getPayload()).type());
    }

    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Connectors.CHATS.stream().map(ChatPlatform.Factory::type).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void postsStandInTheirOrderAndSayWhatTheyShould(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    lab.chat().send(post(lab, "k1", "**one** is `first`"));
    lab.chat().send(post(lab, "k2", "- two\n- three"));

    assertThat(textOf(lab)).containsSubsequence("one is first", "two", "three");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aLongTextIsCutBetweenItsBlocksAndLosesNothing(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String blocks =
        IntStream.range(0, MANY)
            .mapToObj(i -> "Words, words, words, and number " + i + " of many ends here.")
            .collect(Collectors.joining("\n\n"));
    deliver(lab, lab.chat(), post(lab, "k1", blocks));

    assertThat(NUMBER.matcher(textOf(lab)).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void wordsOfStrangersPingNobodyAndAreShownAsTheyAre(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String words = "@room @channel <!channel> <@U0ANN> @ann:fake.test **x** <b>x</b> &amp; `y`";
    lab.chat()
        .send(
            new Outgoing(
                "k1", lab.channel(), Optional.empty(), RichText.ofPlain(words), Optional.empty()));

    assertThat(lab.seen()).allSatisfy(post -> assertThat(post.pings()).isEmpty());
    assertThat(textOf(lab).replaceAll("\\s+", " ")).contains(words);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatDrivesATerminalOrTurnsALineAroundReachesNobody(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String words = "a\u001B[2Jb \u202Ec\u2066d";
    String escaped = Markdown.escape(words) + " " + Markdown.code(words);
    String raw = "w `w` [w](<https://x.test/w>)\n\n```\nw\n```\n\n- w\n\n> w\n\n# w\n\n*w*";
    lab.chat().send(post(lab, "k1", escaped + "\n\n" + raw.replace("w", words)));

    assertThat(textOf(lab)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\r\n]]");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aHundredLevelsDeepTextIsShown(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    lab.chat().send(post(lab, "k1", "> ".repeat(100) + "deep"));

    assertThat(textOf(lab)).contains("deep");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anAnswerStandsInItsThread(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String root = lab.chat().send(post(lab, "k1", "root"));
    lab.chat()
        .send(
            new Outgoing(
                "k2",
                lab.channel(),
                Optional.of(root),
                RichText.ofPlain("answer"),
                Optional.empty()));

    assertThat(lab.seen())
        .extracting(Seen::text, Seen::thread)
        .containsExactly(tuple("root", Optional.empty()), tuple("answer", Optional.of(root)));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPostWhoseAnswerWasLostIsThereOnce(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    lab.loseNextAnswer();
    assertThat(failure(lab, "k1").outcome()).isEqualTo(Outcome.UNKNOWN);
    deliver(lab, lab.chat(), post(lab, "k1", "once"));

    assertThat(lab.seen()).extracting(Seen::text).containsExactly("once");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void soItIsAfterARestart(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    lab.loseNextAnswer();
    assertThat(failure(lab, "k1").outcome()).isEqualTo(Outcome.UNKNOWN);
    String name = deliver(lab, lab.again(), post(lab, "k1", "once"));

    assertThat(lab.seen()).extracting(Seen::name).containsExactly(name);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPostThatIsRefusedForNowWasNotSentAndGoesOutLater(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    lab.refuseNext();
    ConnectorException refusal = failure(lab, "k1");

    assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(lab.seen()).isEmpty();
    deliver(lab, lab.chat(), post(lab, "k1", "once"));
    assertThat(lab.seen()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void onlyWhatWasPostedIsFound(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String name = lab.chat().send(post(lab, "k1", "k2"));
    CanLookUp lookUp = (CanLookUp) lab.again();

    assertThat(lookUp.find(lab.channel(), "k1")).contains(name);
    assertThat(lookUp.find(lab.channel(), "k2")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anEditTakesThePlaceOfThePostHoweverOftenItIsSent(Kind kind) throws Exception {
    ChatLab lab = make(kind);
    String name = lab.chat().send(post(lab, "k1", "before"));
    lab.chat().send(post(lab, "k2", "next"));
    CanEdit edits = (CanEdit) lab.chat();
    edits.edit(name, post(lab, "e1", "after @room <!channel>"));
    edits.edit(name, post(lab, "e1", "after @room <!channel>"));

    assertThat(lab.seen()).extracting(Seen::name).hasSize(2).startsWith(name);
    assertThat(lab.seen().get(0).text()).startsWith("after").doesNotContain("before");
    assertThat(lab.seen()).allSatisfy(post -> assertThat(post.pings()).isEmpty());
  }

  private static Outgoing post(ChatLab lab, String key, String markdown) {
    return new Outgoing(
        key, lab.channel(), Optional.empty(), RichText.ofMarkdown(markdown), Optional.empty());
  }

  private static ConnectorException failure(ChatLab lab, String key) {
    return catchThrowableOfType(
        ConnectorException.class, () -> lab.chat().send(post(lab, key, "once")));
  }

  /**
   * Sends as the bot does what it may have sent before: it looks first, and waits as it is told.
   */
  private static String deliver(ChatLab lab, ChatPlatform chat, Outgoing post) throws Exception {
    for (int tries = 0; tries < 5; tries++) {
      try {
        Optional<String> there =
            chat instanceof CanLookUp lookUp
                ? lookUp.find(post.channel(), post.key())
                : Optional.empty();
        return there.isPresent() ? there.get() : chat.send(post);
      } catch (ConnectorException e) {
        lab.pass(e.retryAfter().orElse(Duration.ZERO));
      }
    }
    throw new AssertionError("never delivered: " + post.key());
  }

  private static String textOf(ChatLab lab) {
    return lab.seen().stream().map(Seen::text).collect(Collectors.joining("\n"));
  }
}
