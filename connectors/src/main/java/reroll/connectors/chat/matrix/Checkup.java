package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.chat.ChatPlatform.Finding;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/** Looks at server, account, rooms and rights, and posts nothing. Used by one thread. */
final class Checkup {
  private final Parts parts;
  private final List<Finding> findings = new ArrayList<>();

  Checkup(Parts parts) {
    this.parts = parts;
  }

  /** What was found, in the order of asking; a server that is none is asked for nothing more. */
  List<Finding> findings() throws InterruptedException {
    if (server() && account()) {
      rooms();
    }
    return List.copyOf(findings);
  }

  private void good(String text) {
    findings.add(new Finding(true, text));
  }

  private boolean bad(String text) {
    findings.add(new Finding(false, text));
    return false;
  }

  private boolean server() throws InterruptedException {
    try {
      Reply reply = parts.wire().get("/_matrix/client/versions", Optional.empty());
      if (reply.isOk() && reply.body().path("versions").isArray()) {
        good("the homeserver at " + parts.place() + " answers");
        return true;
      }
      return bad(
          parts.place()
              + " is no Matrix homeserver (status "
              + reply.status()
              + ")"
              + parts.discovery().hint());
    } catch (ConnectorException e) {
      return bad(e.getMessage() + parts.discovery().hint());
    }
  }

  private boolean account() throws InterruptedException {
    try {
      String me = parts.server().user();
      good("the account " + me + " is let in");
      Optional<String> meant = parts.settings().user().filter(user -> !user.equals(me));
      return meant.isEmpty() || bad("the configuration says user: " + meant.get());
    } catch (ConnectorException e) {
      return bad(e.getMessage() + otherWays());
    }
  }

  /** A server that takes no passwords wants a token. */
  private String otherWays() throws InterruptedException {
    try {
      Reply reply = parts.wire().get(Wire.CLIENT + "/login", Optional.empty());
      for (JsonNode flow : reply.body().path("flows")) {
        if (Json.text(flow, "type").equals("m.login.password")) {
          return "";
        }
      }
      return reply.isOk() && parts.settings().password().isPresent()
          ? "; this homeserver takes no passwords: get an access token from it and write token:"
          : "";
    } catch (ConnectorException none) {
      return "";
    }
  }

  private void rooms() throws InterruptedException {
    List<String> names = new ArrayList<>(parts.settings().roomNames());
    parts.settings().operators().filter(room -> !names.contains(room)).ifPresent(names::add);
    try {
      Set<String> joined = new HashSet<>();
      Reply reply = parts.server().joinedRooms();
      reply.body().path("joined_rooms").forEach(room -> joined.add(room.stringValue("")));
      for (String name : names) {
        room(name, joined);
      }
      if (names.isEmpty()) {
        good("no room is configured; it is in " + joined.size());
      }
    } catch (ConnectorException e) {
      bad(e.getMessage());
    }
  }

  private void room(String name, Set<String> joined) throws InterruptedException {
    try {
      String room = parts.rooms().id(name);
      if (!joined.contains(room)) {
        bad(
            "it is not in "
                + name
                + " so far: it joins when it runs, if the room is open, or"
                + " when you invite it");
      } else if (parts.server().state(room, "m.room.encryption").isOk()) {
        bad(
            name
                + " is encrypted, and Reroll can neither read nor write there: make a room with"
                + " encryption switched off");
      } else if (!mayPost(room)) {
        bad("it is in " + name + ", but may not post there: raise its power level");
      } else {
        good("it is in " + name + " and may post there");
      }
    } catch (ConnectorException e) {
      bad(e.getMessage());
    }
  }

  /** By the room's power levels (spec, m.room.power_levels); without them everybody may. */
  private boolean mayPost(String room) throws ConnectorException, InterruptedException {
    Reply reply = parts.server().state(room, "m.room.power_levels");
    if (!reply.isOk()) {
      return true;
    }
    JsonNode levels = reply.body();
    long needed =
        level(Json.at(levels, "events", "m.room.message"), level(levels.path("events_default"), 0));
    long own =
        level(
            Json.at(levels, "users", parts.server().user()),
            level(levels.path("users_default"), 0));
    return own >= needed || isCreator(room);
  }

  /**
   * Creators may do everything since room version 12, and have no level (spec, room version 12).
   */
  private boolean isCreator(String room) throws ConnectorException, InterruptedException {
    Reply reply = parts.server().creation(room);
    if (Json.text(reply.body(), "content", "room_version").matches("|[1-9]|1[01]")) {
      return false;
    }
    String me = parts.server().user();
    boolean isCreator = Json.text(reply.body(), "sender").equals(me);
    for (JsonNode other : Json.at(reply.body(), "content", "additional_creators")) {
      isCreator |= other.stringValue("").equals(me);
    }
    return isCreator;
  }

  private static long level(JsonNode node, long fallback) {
    return node.isIntegralNumber() ? node.longValue(fallback) : fallback;
  }
}
