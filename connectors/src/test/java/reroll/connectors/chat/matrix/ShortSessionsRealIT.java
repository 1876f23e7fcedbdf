package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/** Against a Synapse that lets tokens and sessions run out while the bot works. */
class ShortSessionsRealIT {
  /** Longer than a session, so that it is begun anew once; shorter than two. */
  private static final Duration LONG = Duration.ofSeconds(14);

  @TempDir private Path folder;

  @Test
  void tokensAndSessionsThatRunOutCostNoPost() throws Exception {
    try (Synapse synapse = Synapse.withShortSessions(folder)) {
      MatrixPerson bot = synapse.person("reroll");
      String room = bot.makeOpenRoom("short");
      Path place = folder.resolve("bot");
      MatrixSettings settings = MatrixLab.withPassword(synapse.url(), bot.id(), Synapse.PASSWORD);
      List<String> wanted = new ArrayList<>();
      Set<String> tokens = new LinkedHashSet<>();
      try (MatrixLab lab = MatrixLab.of(settings, place)) {
        Instant end = Instant.now().plus(LONG);
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> {
                  String text = "post " + wanted.size();
                  lab.deliver(MatrixLab.post("k" + wanted.size(), room, text));
                  wanted.add(text);
                  tokens.add(token(place));
                  return Instant.now().isAfter(end);
                });
        assertThat(lab.chat.troubles()).isEmpty();
      }
      MatrixPerson witness = synapse.person("witness");
      witness.join(room);
      assertThat(witness.messagesOf(bot.id(), room))
          .extracting(event -> event.path("content").path("body").stringValue(""))
          .isEqualTo(wanted);
      assertThat(tokens).hasSizeGreaterThan(3);
    }
  }

  private static String token(Path place) throws Exception {
    JsonNode saved = Json.read(Files.readAllBytes(place.resolve("session.json"))).orElseThrow();
    return Json.text(saved, "access_token");
  }
}
