package reroll.connectors.chat.matrix;

import java.util.Optional;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * Tells which reactions are commands: those of people to a post of the bot's own, with a mark that
 * the post gives a meaning to. Used by one thread.
 */
final class Reactions {
  private final Homeserver server;
  private final String me;

  Reactions(Homeserver server, String me) {
    this.server = server;
    this.me = me;
  }

  /**
   * What somebody says by a reaction; empty for all that is none, and for those that say nothing.
   */
  Optional<Incoming> of(String channel, String room, JsonNode event)
      throws ConnectorException, InterruptedException {
    String sender = Json.text(event, "sender");
    JsonNode relation = Json.at(event, "content", "m.relates_to");
    String target = Json.text(relation, "event_id");
    boolean counts =
        Json.text(event, "type").equals("m.reaction")
            && Json.text(relation, "rel_type").equals("m.annotation")
            && QuickAnswers.isMark(Json.text(relation, "key"))
            && !sender.equals(me)
            && Ids.isUser(sender)
            && Ids.isEvent(Json.text(event, "event_id"))
            && Ids.isEvent(target);
    if (!counts) {
      return Optional.empty();
    }
    JsonNode post = ownPost(room, target);
    return QuickAnswers.command(post, Json.text(relation, "key"))
        .map(
            command ->
                new Incoming(
                    channel,
                    sender,
                    Json.text(event, "event_id"),
                    Optional.of(Hearing.thread(post).orElse(target)),
                    command,
                    true));
  }

  /** The content of a post of the bot's own; nothing where it is somebody else's, or gone. */
  private JsonNode ownPost(String room, String name)
      throws ConnectorException, InterruptedException {
    Reply reply = server.event(room, name);
    if (!reply.isOk() && !reply.isForbidden() && !reply.isMissing()) {
      throw reply.failure("I cannot see what somebody reacted to in " + room, false);
    }
    return Json.text(reply.body(), "sender").equals(me)
        ? reply.body().path("content")
        : Json.object();
  }
}
