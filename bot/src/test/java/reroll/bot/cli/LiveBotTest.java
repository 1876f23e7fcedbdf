package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;
import reroll.bot.config.ConfigProblems;
import reroll.bot.demo.DemoArchive;
import reroll.bot.run.RecordingChat;

/** A configuration that changes while the bot runs. */
class LiveBotTest {
  private static final String HARBOR =
      "  harbor: {poll: 1s, start: all, archive: {type: files, path: mail}}\n";
  private static final String EMPTY = "  empty: {archive: {type: files, path: none}}\n";
  private static final String DONE = "I read the configuration again and work by it.";

  @TempDir private Path folder;
  private final RecordingChat chat = new RecordingChat();
  private Homes homes;
  private LastingChats chats;
  private LiveBot live;
  private int said;
  private final AtomicInteger loads = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    DemoArchive.create(folder.resolve("mail"), Instant.now());
    Files.createDirectories(folder.resolve("none"));
    configure("lists:\n" + HARBOR);
    homes = Homes.in(folder.resolve("state"), Clock.systemUTC());
    begin();
  }

  private void begin() throws Exception {
    chats = LastingChats.terminal(homes, chat);
    live =
        LiveBot.start(
            this::load,
            load(),
            chats,
            new RunningBot.Surroundings(homes, Clock.systemUTC(), reading -> {}, true));
  }

  private BotConfig load() throws ConfigProblems {
    loads.incrementAndGet();
    return ConfigLoader.load(folder.resolve("reroll.yaml"), Map.of());
  }

  @AfterEach
  void end() {
    live.close();
    homes.close();
  }

  private void configure(String rest) throws IOException {
    Files.writeString(folder.resolve("reroll.yaml"), "state: state\n" + rest);
  }

  private String answer(String line) throws InterruptedException {
    int before = chat.texts().size();
    chat.say("e" + said++, line);
    await().until(() -> chat.texts().size() > before);
    live.awaitAnswered();
    return plain(chat.texts().get(before));
  }

  /** Without the marks that keep punctuation from being markup. */
  private static String plain(String markdown) {
    return markdown.replace("\\", "");
  }

  @Test
  void aNewListIsReadAndNothingThatWasFollowedIsForgotten() throws Exception {
    assertThat(answer("!follow page cache read-ahead")).startsWith("Following");
    configure("lists:\n" + HARBOR + EMPTY);

    assertThat(answer("!reload")).isEqualTo(DONE);

    assertThat(answer("!lists")).contains("harbor", "empty");
    assertThat(answer("!following")).contains("page cache read-ahead");
    assertThat(chat.starts()).as("the chat stays connected").isEqualTo(1);
    assertThat(chat.closings()).isZero();
  }

  @Test
  void whatIsSaidWhileItIsReadDoesNotReadItOnceMore() throws Exception {
    int before = loads.get();
    chat.say("asked", "!reload");
    chat.say("behind-1", "!lists");
    chat.say("behind-2", "!lists");
    await().until(() -> chat.texts().size() == 3);
    assertThat(answer("!following")).isNotEmpty();

    assertThat(loads).hasValue(before + 1);
  }

  @Test
  void aListThatIsGoneIsNoLongerRead() throws Exception {
    configure("lists:\n" + EMPTY);

    assertThat(answer("!reload")).isEqualTo(DONE);

    assertThat(answer("!lists")).contains("empty").doesNotContain("harbor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'lists: {harbor: {archive: {typ: files}}}' | reroll.yaml:2: lists.harbor.archive lacks"
            + " \"type\"; known are git, files, web, imap",
        "'lists: ['                                 | reroll.yaml:",
        "'lists: {pond: {archive: {type: git, path: nowhere}}}' | pond: ",
        "'lists: {pond: {archive: {type: files, path: mail}}}\nchats: {a: {type: slack}}'"
            + " | chats.a lacks",
      })
  void whatIsWrongIsToldAndTheOldOneStays(String broken, String sentence) throws Exception {
    configure(broken);

    assertThat(answer("!reload"))
        .startsWith("I stay with the configuration that I had: ")
        .contains(sentence);

    assertThat(answer("!lists")).contains("harbor");
    assertThat(chat.closings()).isZero();
  }

  @Test
  void anotherFolderForTheStateNeedsANewStart() throws Exception {
    Files.writeString(folder.resolve("reroll.yaml"), "state: elsewhere\nlists:\n" + HARBOR);

    assertThat(answer("!reload"))
        .contains("state: another folder needs a new start of the program");

    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void theSignalDoesWhatTheCommandDoes() throws Exception {
    configure("lists:\n" + EMPTY);

    live.reloadSoon();

    await().untilAsserted(() -> assertThat(answer("!lists")).contains("empty"));
  }

  @Test
  void twoWhoAskAtOnceAreBothAnswered() throws Exception {
    chat.say("a", "!reload");
    chat.say("b", "!reload");

    await().until(() -> chat.texts().size() == 2);
    assertThat(chat.texts()).map(LiveBotTest::plain).containsOnly(DONE);
  }

  @Test
  void aBotThatEndsTakesUpNothingMore() throws Exception {
    live.close();

    live.reloadSoon();

    live.awaitEnd();
    assertThat(chat.closings()).isGreaterThan(0);
  }
}
