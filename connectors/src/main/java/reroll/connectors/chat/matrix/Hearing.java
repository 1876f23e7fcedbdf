package reroll.connectors.chat.matrix;

import java.util.Locale;
import java.util.Optional;
import reroll.connectors.chat.Incoming;
import tools.jackson.databind.JsonNode;

/**
 * Tells what is said to the bot from all else: only messages of people count, never notices (other
 * bots speak in them), never the bot's own, and never an edit: what was asked was answered already.
 * Immutable.
 *
 * @param me the bot's own id
 * @param name by which people see the bot; empty where it has none
 */
record Hearing(String me, String name) {
  /** No command is longer; an event may hold 64 KiB. */
  static final int MAX_CHARS = 4_000;

  /**
   * What an event says.
   *
   * @param direct whether the room is for the bot and one person alone
   */
  Optional<Incoming> of(String channel, JsonNode event, boolean direct) {
    JsonNode content = event.path("content");
    String sender = Json.text(event, "sender");
    String id = Json.text(event, "event_id");
    boolean counts =
        Json.text(event, "type").equals("m.room.message")
            && Json.text(content, "msgtype").equals("m.text")
            && !sender.equals(me)
            && Ids.isUser(sender)
            && Ids.isEvent(id)
            && !isLong(event)
            && !relation(content).equals("m.replace");
    String text = counts ? withoutQuote(content) : "";
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<String> addressed = addressed(text, content);
    return Optional.of(
        new Incoming(
            channel,
            sender,
            id,
            thread(content),
            addressed.orElse(text),
            direct || addressed.isPresent()));
  }

  /** Whether it says more than a command ever does. */
  static boolean isLong(JsonNode event) {
    return Json.text(event, "content", "body").length() > MAX_CHARS;
  }

  private static String relation(JsonNode content) {
    return Json.text(content, "m.relates_to", "rel_type");
  }

  /** The root of the thread that a message stands in. */
  static Optional<String> thread(JsonNode content) {
    return Optional.of(Json.text(content, "m.relates_to", "event_id"))
        .filter(root -> relation(content).equals("m.thread") && Ids.isEvent(root));
  }

  /** Replies used to begin with the lines that they answer (spec before v1.13). */
  private static String withoutQuote(JsonNode content) {
    String body = Json.text(content, "body");
    boolean isReply = !Json.text(content, "m.relates_to", "m.in_reply_to", "event_id").isEmpty();
    String text = isReply ? body.replaceFirst("\\A(?:>[^\\n]*\\n)+\\n?", "") : body;
    return text.strip();
  }

  /**
   * What follows where a message begins with the bot's name; a name further on is talk about it.
   */
  private Optional<String> addressed(String text, JsonNode content) {
    JsonNode mentions = content.path("m.mentions");
    boolean old = !mentions.isObject(); // before v1.7 the text alone could tell
    boolean meant = old;
    for (JsonNode user : mentions.path("user_ids")) {
      meant |= user.stringValue("").equals(me);
    }
    if (!meant) {
      return Optional.empty();
    }
    String local = me.substring(1, me.indexOf(':'));
    return behind(text, me, old)
        .or(() -> behind(text, "@" + local, old))
        .or(() -> behind(text, name, old))
        .or(() -> behind(text, local, old));
  }

  /**
   * @param strict whether a colon or comma has to follow, as nothing else tells a name from a word
   */
  private static Optional<String> behind(String text, String name, boolean strict) {
    boolean begins =
        !name.isEmpty()
            && text.length() > name.length()
            && text.substring(0, name.length())
                .toLowerCase(Locale.ROOT)
                .equals(name.toLowerCase(Locale.ROOT));
    if (!begins) {
      return Optional.empty();
    }
    char next = text.charAt(name.length());
    boolean parted = next == ':' || next == ',' || (!strict && Character.isWhitespace(next));
    return Optional.of(text.substring(name.length() + 1).strip())
        .filter(rest -> parted && !rest.isEmpty());
  }
}
