package reroll.connectors.chat.slack;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.Attempts.Attempt;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers that only the asker sees, as is quieter after a slash command. They go to the address
 * that came with the question, which works in channels where Reroll is not; where that is used up
 * or was lost with the last process, by the ordinary way. They stand in no history and so cannot be
 * found again: one that may have arrived is sent again, and says that it may be there twice.
 * Thread-safe.
 */
final class Whispers {
  private static final Logger log = LoggerFactory.getLogger(Whispers.class);

  /** Such an address is good for half an hour. */
  static final int REMEMBERED = 2_000;

  /** Slack takes five answers by one address. */
  private static final int MOST_PARTS = 4;

  /** A file cannot be shown to one person alone; its beginning can. */
  private static final int MOST_OF_A_FILE = 6_000;

  private static final String PERHAPS_AGAIN =
      "You may see this twice: Slack did not say whether it had arrived.";

  private final Line line;
  private final Attempts attempts;
  private final Clock clock;
  private final Memory<URI> addresses = new Memory<>(REMEMBERED);

  /** How many parts are there of answers that are not all there, by key. */
  private final Memory<Integer> begun = new Memory<>(REMEMBERED);

  Whispers(Line line, Attempts attempts, Clock clock) {
    this.line = line;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Remembers where an answer can be sent. */
  void remember(Heard heard) {
    Optional<URI> address = heard.answerTo().filter(line.api()::isForAnswers);
    if (address.isEmpty() && heard.answerTo().isPresent()) {
      log.info("Slack: an address for answers is not one of Slack's, and is not used");
    }
    address.ifPresent(a -> heard.said().thread().ifPresent(q -> addresses.put(q, a)));
  }

  /** Answers; returns the name of the question, for such an answer has none that can be used. */
  String send(Outgoing post, Place.Whisper whisper) throws ConnectorException {
    Messages messages = Messages.of(withFile(post));
    int last = Math.min(messages.parts().size(), MOST_PARTS);
    for (int part = begun.get(post.key()).orElse(0); part < last; part++) {
      say(post, whisper, messages, part);
      begun.remove(post.key());
      begun.put(post.key(), part + 1);
    }
    begun.remove(post.key());
    return whisper.name();
  }

  /** Notes each part before it is sent, so that also the next process can tell. */
  private void say(Outgoing post, Place.Whisper whisper, Messages messages, int part)
      throws ConnectorException {
    String key = post.key() + "." + part;
    ArrayNode blocks = messages.parts().get(part);
    boolean perhapsAgain = attempts.find(post.channel(), key).isPresent();
    if (perhapsAgain) {
      blocks.insert(0, SmallPrint.of(PERHAPS_AGAIN).json());
    }
    attempts.begin(post.channel(), key, new Attempt(post.thread(), clock.instant()));
    try {
      say(post.channel(), whisper, messages.text(), blocks);
    } catch (ConnectorException e) {
      if (e.outcome() == Outcome.NOT_SENT && !perhapsAgain) {
        attempts.forget(post.channel(), key);
      }
      throw e;
    }
  }

  private void say(String channel, Place.Whisper whisper, String text, ArrayNode blocks)
      throws ConnectorException {
    Optional<URI> address = addresses.get(whisper.name());
    if (address.isEmpty() || !byAddress(address.get(), whisper.isOfPress(), text, blocks)) {
      plainly(channel, whisper.user(), text, blocks);
    }
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

  private boolean byAddress(URI address, boolean ofPress, String text, ArrayNode blocks)
      throws ConnectorException {
    ObjectNode answer = Json.object().put("response_type", "ephemeral").put("text", text);
    answer.set("blocks", blocks);
    if (ofPress) { // else it might take the place of the post with the button
      answer.put("replace_original", false);
    }
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
