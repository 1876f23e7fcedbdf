package reroll.connectors.chat.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Incoming;
import tools.jackson.databind.JsonNode;

/**
 * Reads out of envelopes what people said (PROTOCOLS.md C.3 and C.4). What is no person's, what is
 * not complete and what is not known is left out. Immutable.
 */
final class EventReader {
  private static final Logger log = LoggerFactory.getLogger(EventReader.class);

  /** No command is longer, and Slack takes 40,000. */
  static final int MAX_CHARS = 4_000;

  /** Messages of people have no subtype, or one of these. */
  private static final Set<String> PEOPLES = Set.of("", "thread_broadcast", "file_share");

  private static final Pattern ID = Pattern.compile("[A-Z0-9]{2,32}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Identity self;

  EventReader(Identity self) {
    this.self = self;
  }

  /** Empty where nobody said anything. */
  Optional<Heard> read(Envelope envelope) {
    JsonNode payload = envelope.payload();
    return switch (envelope.type()) {
      case "events_api" -> event(payload.path("event"));
      case "slash_commands" -> slash(payload);
      case "interactive" -> press(payload);
      default -> {
        log.info("Slack: an envelope of a kind that I do not know is left alone");
        yield Optional.empty();
      }
    };
  }

  private Optional<Heard> event(JsonNode event) {
    String type = Json.text(event, "type");
    boolean known = type.equals("message") || type.equals("app_mention");
    if (!known || !isPersons(event)) {
      return Optional.empty();
    }
    String ts = Json.text(event, "ts");
    String channel = Json.text(event, "channel");
    if (!Place.isTs(ts) || !ID.matcher(channel).matches()) {
      return notUnderstood("a message");
    }
    String thread = Json.text(event, "thread_ts");
    return said(
        channel,
        Json.text(event, "user"),
        ts,
        Place.isTs(thread) && !thread.equals(ts) ? Optional.of(thread) : Optional.empty(),
        Json.text(event, "text"),
        Json.text(event, "channel_type").equals("im") || channel.startsWith("D"));
  }

  private boolean isPersons(JsonNode event) {
    String user = Json.text(event, "user");
    return PEOPLES.contains(Json.text(event, "subtype"))
        && Json.text(event, "bot_id").isEmpty()
        && ID.matcher(user).matches()
        && !user.equals(self.userId())
        && !user.equals("USLACKBOT");
  }

  private Optional<Heard> said(
      String channel,
      String user,
      String ts,
      Optional<String> thread,
      String markup,
      boolean direct) {
    if (markup.length() > MAX_CHARS) {
      log.info("Slack: a message of {} characters is too long to be a command", markup.length());
      return Optional.empty();
    }
    String mention = "<@" + self.userId();
    String text = markup.strip();
    boolean meant = text.startsWith(mention + ">") || text.startsWith(mention + "|");
    String rest = meant ? text.substring(text.indexOf('>') + 1).replaceFirst("^[,:]", "") : text;
    Incoming incoming =
        new Incoming(channel, user, ts, thread, Mrkdwn.read(rest).strip(), direct || meant);
    return Optional.of(new Heard(incoming, Optional.empty())).filter(h -> !rest.isBlank());
  }

  private Optional<Heard> slash(JsonNode payload) {
    String channel = Json.text(payload, "channel_id");
    String user = Json.text(payload, "user_id");
    String trigger = Json.text(payload, "trigger_id");
    String text = Json.text(payload, "text");
    if (!areIds(channel, user) || !isWord(trigger) || text.length() > MAX_CHARS) {
      return notUnderstood("a slash command");
    }
    String event = "slash-" + trigger;
    String command = text.isBlank() ? "help" : Mrkdwn.read(text).strip();
    Incoming incoming =
        new Incoming(
            channel, user, event, Optional.of(Place.whisper(user, trigger)), command, true);
    return Optional.of(new Heard(incoming, address(payload)));
  }

  private Optional<Heard> press(JsonNode payload) {
    JsonNode action = payload.path("actions").path(0);
    Optional<String> command = Buttons.pressed(action);
    String channel = Json.text(payload, "container", "channel_id");
    String user = Json.text(payload, "user", "id");
    String message = Json.text(payload, "container", "message_ts");
    String at = Json.text(action, "action_ts");
    if (!Json.text(payload, "type").equals("block_actions")
        || command.isEmpty()
        || !areIds(channel, user)
        || !Place.isTs(message)
        || !isWord(at)) {
      return notUnderstood("a press of a button");
    }
    String thread = Json.text(payload, "container", "thread_ts");
    boolean isInThread = Place.isTs(thread);
    boolean alone =
        payload.path("container").path("is_ephemeral").asBoolean(false)
            || (!isInThread && Buttons.isForTheAsker(command.get()));
    String root = isInThread ? thread : message;
    String event = Place.PRESS + user + "-" + at;
    String answer = alone ? Place.whisper(user, event) : root;
    Incoming incoming =
        new Incoming(channel, user, event, Optional.of(answer), command.get(), true);
    return Optional.of(new Heard(incoming, alone ? address(payload) : Optional.empty()));
  }

  private static Optional<Heard> notUnderstood(String what) {
    log.info("Slack: {} is not as Slack describes it, and is left alone", what);
    return Optional.empty();
  }

  private static boolean areIds(String channel, String user) {
    return ID.matcher(channel).matches() && ID.matcher(user).matches();
  }

  private static boolean isWord(String name) {
    return WORD.matcher(name).matches();
  }

  private static Optional<URI> address(JsonNode payload) {
    try {
      return Optional.of(new URI(Json.text(payload, "response_url")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
