package reroll.connectors.chat.matrix;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks for a post of the bot's own among the newest of a room. Thread-safe. */
final class RoomSearch {
  /**
   * A post that may be there is among the newest: a channel gets no other before it is known what
   * became of it. The bot's answers to trouble may be newer, and pages may be empty.
   */
  private static final int MAX_PAGES = 10;

  private static final int ENOUGH_EVENTS = 200;

  private final Homeserver server;

  RoomSearch(Homeserver server) {
    this.server = server;
  }

  /** The parts of the post that are there; none, too, where the room cannot be read. */
  Found find(String room, String key) throws ConnectorException, InterruptedException {
    Found found = new Found();
    Set<String> seen = new HashSet<>();
    Map<String, String> query = firstPage();
    int events = 0;
    for (int page = 0; page < MAX_PAGES && events < ENOUGH_EVENTS && !found.isWhole(); page++) {
      Reply reply = server.messages(room, query);
      if (reply.isForbidden() || reply.isMissing()) {
        return found;
      }
      if (!reply.isOk()) {
        throw reply.failure("I cannot see whether a post is in " + room + " already", false);
      }
      for (JsonNode event : reply.body().path("chunk")) {
        found.look(event, key);
        events++;
      }
      String end = reply.text("end");
      if (end.isEmpty() || !seen.add(end)) {
        return found;
      }
      query.put("from", end);
    }
    return found;
  }

  private Map<String, String> firstPage() throws ConnectorException, InterruptedException {
    ObjectNode filter = Json.object();
    filter.set("senders", Json.array(List.of(server.user())));
    filter.set("types", Json.array(List.of("m.room.message")));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("dir", "b");
    query.put("limit", "50");
    query.put("filter", filter.toString());
    return query;
  }
}
