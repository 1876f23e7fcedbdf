package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.Incoming;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a homeserver answers to a sync can be read. What it would have to be asked is cut out.
 */
public final class SyncFuzz {
  private static final String ME = "@reroll:example.org";

  private SyncFuzz() {}

  public static List<byte[]> seeds() {
    return List.of(
        ("{\"next_batch\":\"s2\",\"rooms\":{\"join\":{\"!a:example.org\":{\"timeline\":{\"events\":["
                + "{\"type\":\"m.room.message\",\"event_id\":\"$1\",\"sender\":\"@ann:example.org\","
                + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"!digest\",\"m.relates_to\":"
                + "{\"rel_type\":\"m.thread\",\"event_id\":\"$0\",\"m.in_reply_to\":{\"event_id\":"
                + "\"$0\"}},\"m.mentions\":{\"user_ids\":[\"@reroll:example.org\"]}}}]},"
                + "\"state\":{\"events\":[{\"type\":\"m.room.member\",\"state_key\":"
                + "\"@reroll:example.org\",\"content\":{\"membership\":\"join\"}},"
                + "{\"type\":\"m.room.encryption\",\"state_key\":\"\",\"content\":{}},"
                + "{\"type\":\"m.room.tombstone\",\"state_key\":\"\",\"content\":"
                + "{\"replacement_room\":\"!b:example.org\"}}]}}},"
                + "\"invite\":{\"!c:example.org\":{\"invite_state\":{\"events\":[{\"type\":"
                + "\"m.room.member\",\"state_key\":\"@reroll:example.org\",\"sender\":"
                + "\"@ann:example.org\",\"content\":{\"membership\":\"invite\"}}]}}},"
                + "\"leave\":{\"!d:example.org\":{\"timeline\":{\"events\":[]}}}}}")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** One reader for all: what it remembers is bounded. */
  private static final class Lab {
    private static final Lab ONLY = new Lab();

    private final SyncReader reader;

    private Lab() {
      try {
        ChatHome home =
            new ChatHome(
                Files.createTempDirectory("sync-fuzz"),
                new Http("reroll/fuzz", Pace.of(Duration.ZERO, Clock.systemUTC())),
                Clock.systemUTC());
        Parts parts = Parts.of(settings(), home);
        reader =
            new SyncReader(
                parts.rooms(),
                parts.memory(),
                new Timeline(parts.server(), ME),
                new Hearing(ME, "Reroll"),
                new Reactions(parts.server(), ME),
                parts.work());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static MatrixSettings settings() {
      return new MatrixSettings(
          URI.create("http://127.0.0.1:9"),
          Optional.of(new Secret("x")),
          Optional.empty(),
          Optional.empty(),
          "REROLL",
          Optional.empty(),
          Optional.of("@ann:example.org"),
          Optional.empty(),
          Optional.empty());
    }
  }

  public static void fuzzerTestOneInput(byte[] bytes) throws InterruptedException {
    try {
      Optional<JsonNode> answer = Json.read(bytes);
      if (answer.isPresent()) {
        Lab.ONLY.reader.take(answer.get(), Optional.of("s1"), SyncFuzz::mustBeOfAnother);
      }
    } catch (ConnectorException away) {
      if (away.getMessage() == null) {
        throw new AssertionError("it failed without a word", away);
      }
    }
  }

  private static void mustBeOfAnother(Incoming said) {
    if (said.user().equals(ME) || said.user().isBlank()) {
      throw new AssertionError("the bot heard itself: " + said);
    }
  }
}
