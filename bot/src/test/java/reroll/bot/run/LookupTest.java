package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.state.BotState;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.port.ConnectorException;

/** What the lists did not bring is fetched from elsewhere. */
class LookupTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;
  private final FakeArchive list = new FakeArchive();
  private final Elsewhere elsewhere = new Elsewhere();
  private final RecordingChat room = new RecordingChat();

  @Test
  void theVersionsBeforeAreFoundByTheChangeIdAndLinked() throws Exception {
    elsewhere.add("v1", "v1", patch("v1", "", "old title", "change-id: 20260101-x"));
    try (Bot bot = readyBot()) {
      list.deliver(patch("v2", "v2", "new title", "change-id: 20260101-x"), NOW);

      bot.await(state -> labels(state, "v2").equals(List.of("v1", "v2")));
    }
    assertThat(elsewhere.questions()).containsExactly("text change-id: 20260101-x", "thread v1");
  }

  @Test
  void theVersionsBeforeAreFoundByTitleAndAuthorWhereThereIsNoId() throws Exception {
    elsewhere.add("v1", "v1", patch("v1", "", "a title of its own", ""));
    elsewhere.add("other", "other", patch("other", "", "a title of another", ""));
    try (Bot bot = readyBot()) {
      list.deliver(patch("v2", "v2", "a title of its own", ""), NOW);

      bot.await(state -> labels(state, "v2").equals(List.of("v1", "v2")));
      boolean knowsOther =
          bot.ask(state -> state.tracker().mail(new MessageId("other@x")).isPresent());
      assertThat(knowsOther).isFalse();
    }
    assertThat(elsewhere.questions())
        .containsExactly("subject a title of its own from ann@example.org", "thread v1");
  }

  @Test
  void aLinkOfTheAuthorIsFollowedBeforeAnythingIsSearched() throws Exception {
    elsewhere.add("v1", "v1", patch("v1", "", "old title", ""));
    try (Bot bot = readyBot()) {
      list.deliver(
          patch("v2", "v2", "new title", "Link to v1: https://lore.kernel.org/r/v1@x/"), NOW);

      bot.await(state -> labels(state, "v2").equals(List.of("v1", "v2")));
    }
    assertThat(elsewhere.questions()).containsExactly("thread v1");
  }

  @Test
  void whatIsFoundIsLearnedAndNotTold() throws Exception {
    elsewhere.add("v2", "v2", patch("v2", "v2", "a title of its own", ""));
    try (Bot bot = readyBot()) {
      list.deliver(patch("v1", "", "a title of its own", ""), NOW.minusSeconds(9_000));
      bot.await(state -> state.list("kvm").mails() == 2);
      room.say("e1", "!follow a title of its own");
      list.deliver(patch("v3", "v3", "a title of its own", ""), NOW);
      bot.await(state -> labels(state, "v3").equals(List.of("v1", "v2", "v3")));
      bot.awaitDelivered();
    }
    assertThat(room.texts()).hasSize(2);
    assertThat(room.texts().get(1)).startsWith("**v3 of");
  }

  @Test
  void aVersionIsToldWhenALookUpShowsThatItBelongsToWhatIsFollowed() throws Exception {
    elsewhere.add("v2", "v2", patch("v2", "v2", "second title", "Link to v1: https://x/r/v1@x/"));
    try (Bot bot = readyBot()) {
      list.deliver(patch("v1", "", "first title", ""), NOW.minusSeconds(9_000));
      bot.await(state -> state.list("kvm").mails() == 2);
      room.say("e1", "!follow first title");
      bot.awaitDelivered();
      list.deliver(
          patch("v3", "v3", "third title", "Link to v2: https://lore.kernel.org/r/v2@x/"), NOW);
      bot.await(state -> labels(state, "v3").equals(List.of("v1", "v2", "v3")));
      bot.awaitDelivered();
    }
    assertThat(room.texts()).hasSize(2);
    assertThat(room.texts().get(1)).startsWith("**v3 of");
  }

  @Test
  void anArchiveThatFindsNothingIsAskedOnce() throws Exception {
    try (Bot bot = readyBot()) {
      list.deliver(patch("v2", "v2", "a title of its own", ""), NOW);
      bot.await(state -> state.list("kvm").mails() == 2 && state.lookUps().next().isEmpty());
      room.say("e1", "!follow a title of its own");
      bot.awaitDelivered();
      room.say("e2", "!series a title of its own");
      bot.awaitDelivered();
      boolean idle = bot.ask(state -> state.lookUps().next().isEmpty());
      assertThat(idle).isTrue();
    }
    assertThat(elsewhere.questions()).hasSize(1);
  }

  @Test
  void anArchiveThatRefusesDelaysNoMail() throws Exception {
    elsewhere.refusing = true;
    try (Bot bot = readyBot()) {
      list.deliver(patch("v2", "v2", "a title of its own", ""), NOW);
      list.deliver(patch("other", "", "another title", ""), NOW);
      bot.await(state -> state.list("kvm").mails() == 3 && state.lookUps().next().isEmpty());
    }
  }

  private static List<String> labels(BotState state, String id) {
    return state
        .tracker()
        .mail(new MessageId(id + "@x"))
        .map(mail -> mail.revision().series())
        .map(Series::revisions)
        .map(all -> all.stream().map(Revision::label).toList())
        .orElse(List.of());
  }

  /** A bot that has read the list to its end, so that what comes is news. */
  private Bot readyBot() throws Exception {
    list.deliver(patch("old", "", "what was there before", ""), NOW.minusSeconds(10_000));
    ListInfo info = new ListInfo("kvm", "", Optional.empty());
    Bot bot =
        Bot.start(
            new BotSetup(
                folder.resolve("state"),
                new RealDisk(),
                Clock.systemUTC(),
                new StateSettings(
                    List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
                List.of(new WatchedList(info, list, Duration.ofMillis(5), Optional.empty())),
                Optional.of(elsewhere),
                Duration.ofMinutes(10),
                true,
                reading -> {}),
            room);
    bot.awaitFirstLook();
    return bot;
  }

  private static String patch(String id, String version, String title, String notes) {
    return """
        From: Ann <ann@example.org>
        Subject: [PATCH %1$s] %2$s
        Message-ID: <%3$s@x>
        Date: Mon, 2 Mar 2026 09:00:00 +0000

        Why.

        Signed-off-by: Ann <ann@example.org>
        ---
        %4$s

        diff --git a/%5$s b/%5$s
        --- a/%5$s
        +++ b/%5$s
        @@ -1,1 +1,2 @@
         context
        +a line for %2$s
        """
        .formatted(version, title, id, notes, title.replace(' ', '-'));
  }

  /** An archive of other mails, which finds by what stands in them. */
  private static final class Elsewhere implements ArchiveLookup {
    private record Filed(String thread, RawMail mail) {}

    private final List<Filed> filed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    void add(String id, String thread, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      filed.add(new Filed(thread + "@x", new RawMail(id, Instant.EPOCH, bytes, bytes.length)));
    }

    List<String> questions() {
      return asked.stream().map(question -> question.replace("@x", "")).toList();
    }

    @Override
    public Optional<RawMail> mail(String messageId) {
      throw new UnsupportedOperationException("nobody asks for single mails");
    }

    @Override
    public List<RawMail> thread(String messageId) {
      asked.add("thread " + messageId);
      return filed.stream().filter(f -> f.thread().equals(messageId)).map(Filed::mail).toList();
    }

    @Override
    public List<RawMail> search(Wanted wanted) throws ConnectorException {
      wanted.text().ifPresent(text -> asked.add("text " + text));
      wanted
          .subject()
          .ifPresent(words -> asked.add("subject " + words + " from " + wanted.from().orElse("")));
      if (refusing) {
        throw ConnectorException.rejected("go away");
      }
      List<RawMail> found = new ArrayList<>();
      for (Filed each : filed) {
        String text = new String(each.mail().bytes(), StandardCharsets.UTF_8);
        if (wanted.text().map(text::contains).orElse(true)
            && (wanted.subject().isEmpty() || text.contains("title"))) {
          found.add(each.mail());
        }
      }
      return found;
    }
  }
}
