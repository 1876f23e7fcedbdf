package reroll.connectors.chat.slack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever comes through Slack's socket is heard, or is not. */
public final class EnvelopeFuzz {
  private static final EventReader READER = new EventReader(new Identity("UBOT", "B1", "Lab", "r"));

  private EnvelopeFuzz() {}

  public static List<byte[]> seeds() {
    return Stream.of(
            "{\"type\":\"hello\",\"num_connections\":1}",
            "{\"type\":\"events_api\",\"envelope_id\":\"e\",\"payload\":{\"event\":{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"<@UBOT>"
                + " digest &amp; x\","
                + "\"ts\":\"1.000001\",\"thread_ts\":\"1.000000\",\"channel_type\":\"im\"}}}",
            "{\"type\":\"slash_commands\",\"envelope_id\":\"e\",\"payload\":{\"command\":\"/reroll\","
                + "\"text\":\"digest\",\"channel_id\":\"C1\",\"user_id\":\"U1\",\"trigger_id\":\"1.2\","
                + "\"response_url\":\"https://hooks.slack.com/commands/1/2/3\"}}",
            "{\"type\":\"interactive\",\"envelope_id\":\"e\",\"payload\":{\"type\":\"block_actions\","
                + "\"user\":{\"id\":\"U1\"},\"container\":{\"channel_id\":\"C1\",\"message_ts\":\"1.1\"},"
                + "\"actions\":[{\"type\":\"button\",\"action_id\":\"say-1\",\"value\":\"digest\","
                + "\"action_ts\":\"1.1\"}]}}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    Envelope.parse(new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(
            envelope -> {
              envelope.confirmation();
              Optional<Heard> heard = READER.read(envelope);
              heard.ifPresent(EnvelopeFuzz::mustBeOfAPerson);
            });
  }

  private static void mustBeOfAPerson(Heard heard) {
    if (heard.said().user().isBlank() || heard.said().channel().isBlank()) {
      throw new AssertionError("nobody said it: " + heard.said());
    }
  }
}
