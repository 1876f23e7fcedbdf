package reroll.connectors.chat.matrix;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * What has to be done about rooms between two syncs: invitations answered, moves followed, the
 * configured rooms joined, encrypted rooms and troubles told of. What fails is tried again after
 * the next sync. One thread.
 */
final class RoomWork {
  private static final Logger log = LoggerFactory.getLogger(RoomWork.class);

  /** A remote room may need some tries; Synapse lets a user try to join ten times, then slowly. */
  private static final int MAX_TRIES = 20;

  private final MatrixSettings settings;
  private final Homeserver server;
  private final Rooms rooms;
  private final Memory memory;
  private final Poster poster;
  private final Troubles troubles;

  private final Set<String> joined = new LinkedHashSet<>();
  private final Set<String> toBeJoined = new LinkedHashSet<>();
  private final Set<String> toBeTold = new LinkedHashSet<>();
  private final Map<String, Integer> tries = new LinkedHashMap<>();

  RoomWork(
      MatrixSettings settings,
      Homeserver server,
      Rooms rooms,
      Memory memory,
      Poster poster,
      Troubles troubles) {
    this.settings = settings;
    this.server = server;
    this.rooms = rooms;
    this.memory = memory;
    this.poster = poster;
    this.troubles = troubles;
    toBeJoined.addAll(settings.roomNames());
    settings.operators().ifPresent(toBeJoined::add);
  }

  /** Notes that a room is encrypted; its people are told once. */
  void encrypted(String room) {
    if (rooms.noteEncrypted(room)) {
      toBeTold.add(room);
    }
  }

  /** Notes where a room went on; its people expect the bot there. */
  void moved(String room, JsonNode tombstone) {
    String next = Json.text(tombstone, "content", "replacement_room");
    if (Ids.isRoom(next) && !Ids.isAlias(next) && !memory.now(room).equals(next)) {
      memory.move(room, next);
      memory.invite(next, Json.text(tombstone, "sender"));
    }
  }

  /** Leaves where one who may invite the bot says so; not from a room of the configuration. */
  boolean leavesOnRequest(String room, Incoming said)
      throws ConnectorException, InterruptedException {
    boolean asked = said.text().equals("!leave") || (said.direct() && said.text().equals("leave"));
    if (!asked || rooms.isConfigured(room) || !settings.mayInvite(said.user())) {
      return false;
    }
    Reply reply = server.leave(room);
    log.info("leaving {} as {} asks: status {}", room, said.user(), reply.status());
    return reply.isOk();
  }

  /** Looks at the rooms that the bot is in. */
  void lookAround() throws ConnectorException, InterruptedException {
    for (String name : toBeJoined) {
      attempt(name, () -> rooms.id(name)); // for the names that people know
    }
    Reply reply = server.joinedRooms();
    if (!reply.isOk()) {
      throw reply.failure("the homeserver does not say which rooms I am in", false);
    }
    for (JsonNode room : reply.body().path("joined_rooms")) {
      joined.add(room.stringValue(""));
      if (rooms.findsEncrypted(room.stringValue(""))) {
        toBeTold.add(room.stringValue(""));
      }
    }
  }

  /** Does all that waits. */
  void doWhatWaits() throws InterruptedException {
    for (String name : List.copyOf(toBeJoined)) {
      attempt(name, () -> enter(name));
    }
    memory.invitations().forEach(this::answerInvitation);
    for (String room : List.copyOf(toBeTold)) {
      attempt(room, () -> tellOfEncryption(room));
    }
    tellOperators();
  }

  /** Something that may fail at the server. */
  private interface Step {
    void take() throws ConnectorException, InterruptedException;
  }

  private void attempt(String what, Step step) throws InterruptedException {
    try {
      step.take();
    } catch (ConnectorException e) {
      log.info("{}: {}; trying again later", what, e.getMessage());
    }
  }

  private void enter(String name) throws ConnectorException, InterruptedException {
    if (!joined.contains(idOf(name))) {
      Reply reply = rooms.join(name, List.of());
      if (!reply.isOk() && !isFinal(reply)) {
        return;
      }
      if (reply.isOk() && rooms.findsEncrypted(rooms.id(name))) {
        toBeTold.add(rooms.id(name));
      }
    }
    toBeJoined.remove(name);
  }

  private String idOf(String name) throws ConnectorException, InterruptedException {
    try {
      String room = rooms.id(name);
      rooms.entered(name);
      return room;
    } catch (ConnectorException e) {
      if (e.outcome() == ConnectorException.Outcome.REJECTED) {
        troubles.note(name, e.getMessage());
      }
      throw e;
    }
  }

  /** Whether asking again cannot help until somebody does something; then he invites the bot. */
  private static boolean isFinal(Reply reply) {
    return reply.isForbidden() || reply.isMissing() || reply.status() == 400;
  }

  private void answerInvitation(String room, String by) {
    int tried = tries.merge(room, 1, Integer::sum);
    try {
      boolean wanted =
          settings.mayInvite(by) || rooms.isConfigured(room) || !memory.atFirst(room).equals(room);
      Reply reply =
          wanted ? rooms.join(room, Ids.server(by).stream().toList()) : server.leave(room);
      log.info("invited to {} by {}: {}", room, by, wanted ? "joining" : "declined");
      if (reply.isOk() || isFinal(reply) || tried >= MAX_TRIES) {
        memory.settleInvitation(room);
        tries.remove(room);
      }
    } catch (ConnectorException e) {
      log.info("{}: {}; trying again later", room, e.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellOfEncryption(String room) throws ConnectorException, InterruptedException {
    String sentence =
        "This room is encrypted, and I can neither read nor write in encrypted rooms. Make a room"
            + " with encryption switched off and invite me there.";
    try {
      poster.say(room, "encrypted", sentence);
    } catch (ConnectorException e) {
      if (e.outcome() != ConnectorException.Outcome.REJECTED) {
        throw e;
      }
    }
    toBeTold.remove(room);
  }

  /** Tells the operators of each trouble once, for as long as it lasts, also across restarts. */
  private void tellOperators() throws InterruptedException {
    memory.forgetTold(troubles.takeGood());
    if (settings.operators().isPresent()) {
      String operators = settings.operators().get();
      for (Map.Entry<String, String> trouble : troubles.byThing().entrySet()) {
        attempt(operators, () -> tell(operators, trouble.getKey(), trouble.getValue()));
      }
    }
  }

  private void tell(String operators, String thing, String sentence)
      throws ConnectorException, InterruptedException {
    if (!memory.wasTold(thing, sentence)) {
      poster.say(rooms.now(operators), memory.nextTelling(), sentence);
      memory.noteTold(thing, sentence);
    }
  }
}
