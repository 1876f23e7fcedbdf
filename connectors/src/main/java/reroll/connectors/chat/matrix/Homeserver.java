package reroll.connectors.chat.matrix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of a homeserver with the account's token. Thread-safe. */
final class Homeserver {
  /** Beyond what a sync was allowed to wait. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private static final String MEDIA = "/_matrix/media/v3";

  private final Wire wire;
  private final Session session;

  Homeserver(Wire wire, Session session) {
    this.wire = wire;
    this.session = session;
  }

  /** One request with a token. */
  private interface Asking {
    Reply ask(Optional<String> token) throws ConnectorException, InterruptedException;
  }

  private Reply withToken(Asking asking) throws ConnectorException, InterruptedException {
    String token = session.token();
    Reply reply = ask(asking, token);
    return reply.isTokenTrouble() && session.renew(token, reply)
        ? ask(asking, session.token())
        : reply;
  }

  private Reply ask(Asking asking, String token) throws ConnectorException, InterruptedException {
    Reply reply = asking.ask(Optional.of(token));
    if (reply.isOk()) {
      session.took(token);
    }
    return reply;
  }

  private Reply get(String path) throws ConnectorException, InterruptedException {
    return withToken(token -> wire.get(path, token));
  }

  /** The account's own name. */
  String user() throws ConnectorException, InterruptedException {
    return session.user();
  }

  /** The name that people see for the account; empty where there is none. */
  String displayName() throws ConnectorException, InterruptedException {
    return get(Wire.CLIENT + "/profile/" + Wire.escape(user()) + "/displayname")
        .text("displayname");
  }

  /**
   * What happened since.
   *
   * @param timeout how long the server may wait for something to happen
   */
  Reply sync(Optional<String> since, JsonNode filter, Duration timeout)
      throws ConnectorException, InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("filter", filter.toString());
    query.put("timeout", Long.toString(timeout.toMillis()));
    query.put("set_presence", "offline");
    since.ifPresent(place -> query.put("since", place));
    String path = Wire.CLIENT + "/sync" + Wire.query(query);
    return withToken(token -> wire.get(path, token, timeout.plus(SLACK)));
  }

  /** A page of a room's messages. */
  Reply messages(String room, Map<String, String> query)
      throws ConnectorException, InterruptedException {
    return get(path(room) + "/messages" + Wire.query(query));
  }

  /** One event; status 404 where the room has none of this name, or hides it. */
  Reply event(String room, String name) throws ConnectorException, InterruptedException {
    return get(path(room) + "/event/" + Wire.escape(name));
  }

  /** A state event's content; status 404 where the room has none. */
  Reply state(String room, String type) throws ConnectorException, InterruptedException {
    return get(path(room) + "/state/" + type + "/");
  }

  /** The event that a room began with, whole, so that it says by whom. */
  Reply creation(String room) throws ConnectorException, InterruptedException {
    return get(path(room) + "/state/m.room.create/?format=event");
  }

  Reply joinedRooms() throws ConnectorException, InterruptedException {
    return get(Wire.CLIENT + "/joined_rooms");
  }

  Reply joinedMembers(String room) throws ConnectorException, InterruptedException {
    return get(path(room) + "/joined_members");
  }

  Reply resolve(String alias) throws ConnectorException, InterruptedException {
    return get(Wire.CLIENT + "/directory/room/" + Wire.escape(alias));
  }

  /**
   * Joins a room.
   *
   * @param via servers that know the room
   */
  Reply join(String room, List<String> via) throws ConnectorException, InterruptedException {
    StringBuilder path = new StringBuilder(Wire.CLIENT + "/join/" + Wire.escape(room));
    char mark = '?';
    for (String server : via) {
      // Servers before v1.12 know the second name only.
      String name = Wire.escape(server);
      path.append(mark).append("via=").append(name).append("&server_name=").append(name);
      mark = '&';
    }
    return withToken(token -> wire.post(path.toString(), token, Json.object()));
  }

  Reply leave(String room) throws ConnectorException, InterruptedException {
    return withToken(token -> wire.post(path(room) + "/leave", token, Json.object()));
  }

  /**
   * Sends an event.
   *
   * @param txn the server takes one of the same name once, for as long as it remembers
   */
  Reply send(String room, String type, String txn, ObjectNode content)
      throws ConnectorException, InterruptedException {
    String path = path(room) + "/send/" + type + "/" + Wire.escape(txn);
    return withToken(token -> wire.put(path, token, content));
  }

  Reply upload(String name, byte[] text) throws ConnectorException, InterruptedException {
    String path = MEDIA + "/upload?filename=" + Wire.escape(name);
    return withToken(token -> wire.upload(path, token, "text/plain; charset=utf-8", text));
  }

  Reply mediaConfig() throws ConnectorException, InterruptedException {
    return get("/_matrix/client/v1/media/config");
  }

  private static String path(String room) {
    return Wire.CLIENT + "/rooms/" + Wire.escape(room);
  }
}
