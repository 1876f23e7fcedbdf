package reroll.connectors.chat.slack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers that only the asker sees, as is quieter after a slash command. They go to the address
 * that came with the question, which works in channels where Reroll is not; where that is used up
 * or was lost with the last process, by the ordinary way. They stand in no history and so cannot be
 * found again: one that may have arrived is sent again. Thread-safe.
 */
final class Whispers {
  /** Such an address is good for half an hour. */
  private static final int REMEMBERED = 2_000;

  /** Slack takes five answers by one address. */
  private static final int MOST_PARTS = 4;

  /** A file cannot be shown to one person alone; its beginning can. */
  private static final int MOST_OF_A_FILE = 6_000;

  private final Line line;
  private final Memory<URI> addresses = new Memory<>(REMEMBERED);

  Whispers(Line line) {
    this.line = line;
  }

  /** Remembers where an answer can be sent. */
  void remember(Heard heard) {
    heard
        .answerTo()
        .ifPresent(address -> heard.said().thread().ifPresent(q -> addresses.put(q, address)));
  }

  /** Answers; returns the name of the question, for such an answer has none that can be used. */
  String send(Outgoing post, Place.Whisper whisper) throws ConnectorException {
    Messages messages = Messages.of(withFile(post));
    Optional<URI> address = addresses.get(whisper.name());
    int parts = Math.min(messages.parts().size(), MOST_PARTS);
    for (int part = 0; part < parts; part++) {
      ArrayNode blocks = messages.parts().get(part);
      if (address.isEmpty() || !byAddress(address.get(), messages.text(), blocks)) {
        plainly(post.channel(), whisper.user(), messages.text(), blocks);
      }
    }
    return whisper.name();
  }

  private static RichText withFile(Outgoing post) {
    if (post.file().isEmpty()) {
      return post.text();
    }
    Attachment file = post.file().get();
    String beginning = Pieces.cut(file.text(), MOST_OF_A_FILE).get(0);
    String more = beginning.length() < file.text().length() ? "\n…" : "";
    return RichText.ofMarkdown(post.text().markdown() + "\n\n" + Markdown.fenced(beginning + more));
  }

  private boolean byAddress(URI address, String text, ArrayNode blocks) throws ConnectorException {
    ObjectNode answer = Json.object();
    answer.put("response_type", "ephemeral").put("replace_original", false).put("text", text);
    answer.set("blocks", blocks);
    return line.api().answer(address, answer);
  }

  private void plainly(String channel, String user, String text, ArrayNode blocks)
      throws ConnectorException {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("user", user);
    arguments.put("text", text);
    arguments.put("blocks", blocks.toString());
    line.api().call(ApiMethod.POST_EPHEMERAL, arguments);
  }
}
