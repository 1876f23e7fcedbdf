package reroll.connectors.chat.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/** Does what a sync's answer asks for: hands over what was said, minds the rooms. One thread. */
final class SyncReader {
  /** A server that sends an event again sends it soon. */
  private static final int MAX_SEEN = 10_000;

  private final Rooms rooms;
  private final Memory memory;
  private final Timeline timeline;
  private final Hearing hearing;
  private final Reactions reactions;
  private final RoomWork work;

  private final Set<String> seen =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> oldest) {
              return size() > MAX_SEEN;
            }
          });

  SyncReader(
      Rooms rooms,
      Memory memory,
      Timeline timeline,
      Hearing hearing,
      Reactions reactions,
      RoomWork work) {
    this.rooms = rooms;
    this.memory = memory;
    this.timeline = timeline;
    this.hearing = hearing;
    this.reactions = reactions;
    this.work = work;
  }

  /**
   * Takes an answer.
   *
   * @param since the place behind which it begins; without one it is history, which is not answered
   * @return whether there was anything new in it
   */
  boolean take(JsonNode answer, Optional<String> since, Consumer<Incoming> inbox)
      throws ConnectorException, InterruptedException {
    boolean anything = false;
    for (Map.Entry<String, JsonNode> room : Json.entries(Json.at(answer, "rooms", "join"))) {
      anything |= takeRoom(room.getKey(), room.getValue(), since, inbox);
    }
    for (Map.Entry<String, JsonNode> room : Json.entries(Json.at(answer, "rooms", "invite"))) {
      anything = true;
      memory.invite(room.getKey(), inviter(room.getValue()));
    }
    boolean left = since.isPresent() && takeLeft(Json.at(answer, "rooms", "leave"));
    return anything || left;
  }

  /** Rooms that the bot is no longer in; those that it left before its first start are no news. */
  private boolean takeLeft(JsonNode left) {
    for (Map.Entry<String, JsonNode> room : Json.entries(left)) {
      room.getValue().path("timeline").path("events").forEach(event -> mind(room.getKey(), event));
    }
    return !left.isEmpty();
  }

  private boolean takeRoom(
      String room, JsonNode joined, Optional<String> since, Consumer<Incoming> inbox)
      throws ConnectorException, InterruptedException {
    joined.path("state").path("events").forEach(event -> mind(room, event));
    boolean anything = false;
    for (JsonNode event : timeline.events(room, joined.path("timeline"), since)) {
      if (!seen.add(Json.text(event, "event_id"))) {
        continue;
      }
      anything = true;
      mind(room, event);
      if (since.isPresent()) {
        hear(room, event, inbox);
      }
    }
    return anything;
  }

  private void hear(String room, JsonNode event, Consumer<Incoming> inbox)
      throws ConnectorException, InterruptedException {
    Optional<Incoming> heard = said(room, event);
    if (heard.isPresent() && !work.leavesOnRequest(room, heard.get())) {
      inbox.accept(heard.get());
    }
  }

  /** Who is in a room is asked only where it makes a difference. */
  private Optional<Incoming> said(String room, JsonNode event)
      throws ConnectorException, InterruptedException {
    String channel = rooms.channel(room);
    Optional<Incoming> said = hearing.of(channel, event, false);
    if (said.isEmpty()) {
      return reactions.of(channel, room, event);
    }
    return said.get().direct() ? said : hearing.of(channel, event, rooms.isDirect(room));
  }

  private String inviter(JsonNode invited) {
    for (JsonNode event : Json.at(invited, "invite_state", "events")) {
      if (Json.text(event, "type").equals("m.room.member")
          && Json.text(event, "state_key").equals(hearing.me())) {
        return Json.text(event, "sender");
      }
    }
    return "";
  }

  /** Events that say something of the room itself. */
  private void mind(String room, JsonNode event) {
    switch (Json.text(event, "type")) {
      case "m.room.encryption", "m.room.encrypted" -> work.encrypted(room);
      case "m.room.tombstone" -> work.moved(room, event);
      case "m.room.member" -> member(room, event);
      default -> {}
    }
  }

  private void member(String room, JsonNode event) {
    rooms.membersChanged(room);
    if (!Json.text(event, "state_key").equals(hearing.me())) {
      return;
    }
    String sender = Json.text(event, "sender");
    String membership = Json.text(event, "content", "membership");
    if (membership.equals("join")) {
      rooms.entered(room);
    } else if (!membership.equals("invite") && !sender.equals(hearing.me())) {
      rooms.putOut(room, sender, event);
    }
  }
}
