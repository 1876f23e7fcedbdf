package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/**
 * The program as people run it, in a room of a real Synapse, killed and started again while a
 * series goes on. What the room shows is read by a client that is not ours.
 */
class CardsRealIT {
  private static final int KILLS = 4;

  @TempDir private Path folder;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private Synapse synapse;
  private MatrixPerson ann;
  private MatrixPerson bot;
  private String room;
  private Process running;
  private int mails;

  @BeforeEach
  void aRoomAndAList() throws IOException {
    synapse = Synapse.withoutLimits(folder);
    ann = synapse.person("ann");
    bot = synapse.person("reroll");
    room = ann.makeOpenRoom("cards");
    bot.join(room);
    Files.createDirectories(folder.resolve("mail"));
    Files.writeString(folder.resolve("token"), bot.token());
    Files.writeString(
        folder.resolve("reroll.yaml"),
        """
        state: state
        quiet: 2s
        lists: {pond: {poll: 1s, archive: {type: files, path: mail}}}
        chats:
          matrix: {type: matrix, server: "%s", token: {file: token}, rooms: "#cards:reroll.test"}
        """
            .formatted(synapse.url()));
    deliver("v1-0", "[PATCH 0/2] pond: tidy up", "");
    deliver("v1-1", "[PATCH 1/2] pond: weed", "v1-0");
    deliver("v1-2", "[PATCH 2/2] pond: dig", "v1-0");
  }

  @AfterEach
  void stop() throws InterruptedException {
    running.destroyForcibly().waitFor();
    synapse.close();
  }

  @Test
  void oneCardSpeaksForASeriesWhateverHappensToTheProgram() throws Exception {
    start();
    Path place = folder.resolve("state/chats/matrix/place.json");
    await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(place));
    String question = ann.say(room, "!follow tidy up");
    awaitShown(messages -> !below(messages, question).isEmpty());

    deliver("v2-0", "[PATCH v2 0/2] pond: tidy up", "v1-0");
    deliver("v2-1", "[PATCH v2 1/2] pond: weed", "v2-0");
    killNowAndThen();
    awaitShown(messages -> cards(messages).stream().anyMatch(card -> card.contains("so far")));

    deliver("v2-2", "[PATCH v2 2/2] pond: dig", "v2-0");
    killNowAndThen();
    awaitShown(messages -> cards(messages).stream().anyMatch(card -> card.contains("2/2")));
    assertThat(cards(shown())).as("seed %d", seed).hasSize(1);
    assertThat(cards(shown()).get(0)).doesNotContain("so far");

    deliver("v3", "[PATCH v3] pond: tidy up", "v1-0");
    killNowAndThen();
    awaitShown(messages -> cards(messages).stream().anyMatch(card -> card.contains("Superseded")));
    awaitShown(messages -> !below(messages, name(messages, 0)).isEmpty());

    List<JsonNode> end = shown();
    assertThat(cards(end)).as("seed %d", seed).hasSize(2);
    assertThat(cards(end).get(0)).contains("v2 of pond: tidy up", "Superseded by v3");
    assertThat(cards(end).get(1)).contains("v3 of pond: tidy up").doesNotContain("Superseded");
    assertThat(below(end, name(end, 0))).containsExactly("v3 is out: pond: tidy up");
    assertThat(end).as("seed %d", seed).hasSize(4);
  }

  private void start() throws IOException {
    running =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "reroll.bot.Reroll",
                "run",
                "--config",
                folder.resolve("reroll.yaml").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
  }

  /** Leaves it running. */
  private void killNowAndThen() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      running.waitFor(500 + random.nextInt(5_000), TimeUnit.MILLISECONDS);
      running.destroyForcibly().waitFor();
      start();
    }
  }

  private interface Such {
    boolean test(List<JsonNode> messages);
  }

  private void awaitShown(Such such) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> such.test(shown()));
  }

  /** What the bot posted, oldest first, with the edits in it. */
  private List<JsonNode> shown() {
    return ann.readWithNio(room).stream()
        .filter(message -> text(message, "sender").equals(bot.id()))
        .toList();
  }

  /** What stands in the room itself. */
  private static List<String> cards(List<JsonNode> messages) {
    return below(messages, "");
  }

  private static List<String> below(List<JsonNode> messages, String thread) {
    return messages.stream()
        .filter(message -> text(message, "thread").equals(thread))
        .map(message -> text(message, "body"))
        .toList();
  }

  /** The name of a card; {@code (none)} where there are not so many. */
  private static String name(List<JsonNode> messages, int card) {
    return messages.stream()
        .filter(message -> text(message, "thread").isEmpty())
        .skip(card)
        .map(message -> text(message, "id"))
        .findFirst()
        .orElse("(none)");
  }

  private static String text(JsonNode message, String field) {
    return message.path(field).stringValue("");
  }

  private void deliver(String id, String subject, String parent) throws IOException {
    String mail =
        """
        From: Ann Alder <ann@alder.example>
        Message-ID: <%s@alder.example>
        Subject: %s
        Date: Mon, 2 Mar 2026 10:00:00 +0000%s

        So.
        ---
        diff --git a/pond.c b/pond.c
        --- a/pond.c
        +++ b/pond.c
        @@ -1 +1,2 @@
         a
        +%s();
        """
            .formatted(
                id,
                subject,
                parent.isEmpty() ? "" : "\nIn-Reply-To: <" + parent + "@alder.example>",
                id.replace('-', '_'));
    Path written = folder.resolve("written.eml");
    Files.writeString(written, mail);
    Path there = folder.resolve("mail").resolve("%03d.eml".formatted(++mails));
    Files.move(written, there, StandardCopyOption.ATOMIC_MOVE);
  }
}
