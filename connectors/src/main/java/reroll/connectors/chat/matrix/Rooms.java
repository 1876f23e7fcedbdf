package reroll.connectors.chat.matrix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.Visible;
import tools.jackson.databind.JsonNode;

/** What is known of the rooms. Thread-safe; nothing is asked while the lock is held. */
final class Rooms {
  /** A room of two is a talk between the bot and one person. */
  private static final int TWO = 2;

  private final MatrixSettings settings;
  private final Homeserver server;
  private final Memory memory;
  private final Troubles troubles;

  /** Aliases that were looked up. Guarded by this, as all below. */
  private final Map<String, String> ids = new HashMap<>();

  private final Set<String> encrypted = new HashSet<>();

  /** How many people are in a room, where that was asked since it changed. */
  private final Map<String, Integer> members = new HashMap<>();

  Rooms(MatrixSettings settings, Homeserver server, Memory memory, Troubles troubles) {
    this.settings = settings;
    this.server = server;
    this.memory = memory;
    this.troubles = troubles;
  }

  /** The id of a room that is named by id or alias. */
  String id(String name) throws ConnectorException, InterruptedException {
    if (!Ids.isAlias(name)) {
      return name;
    }
    Optional<String> known = known(name);
    if (known.isPresent()) {
      return known.get();
    }
    Reply reply = server.resolve(name);
    if (!reply.isOk() || !Ids.isRoom(reply.text("room_id"))) {
      throw reply.failure("the homeserver does not know the room " + name, false);
    }
    synchronized (this) {
      ids.put(name, reply.text("room_id"));
    }
    return reply.text("room_id");
  }

  private synchronized Optional<String> known(String alias) {
    return Optional.ofNullable(ids.get(alias));
  }

  /** A room as people know it: its alias where the configuration has it. */
  synchronized String name(String room) {
    return ids.entrySet().stream()
        .filter(each -> each.getValue().equals(room))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(room);
  }

  /** The room that goes by a channel's name at this moment. */
  String now(String channel) throws ConnectorException, InterruptedException {
    return memory.now(id(channel));
  }

  /** Whether a channel went on in this room from another, so that old events are not in it. */
  boolean wentOnIn(String room) {
    return !memory.atFirst(room).equals(room);
  }

  /** The channel to which what is said in a room belongs. */
  String channel(String room) {
    return memory.atFirst(room);
  }

  /**
   * The room for a post.
   *
   * @throws ConnectorException if nothing may be posted there
   */
  String openForPosts(String channel) throws ConnectorException, InterruptedException {
    String room = now(channel);
    if (isEncrypted(room)) {
      throw ConnectorException.rejected(encryptedWords(room));
    }
    return room;
  }

  private synchronized boolean isEncrypted(String room) {
    return encrypted.contains(room);
  }

  /** Notes that a room is encrypted, which it stays for ever; whether that is new. */
  boolean noteEncrypted(String room) {
    boolean isNew;
    synchronized (this) {
      isNew = encrypted.add(room);
    }
    troubles.note("encryption of " + room, encryptedWords(room));
    return isNew;
  }

  private String encryptedWords(String room) {
    return name(room) + " is encrypted, and I can neither read nor write there";
  }

  /** Asks the server whether a room is encrypted; true where it is and was not known to be. */
  boolean findsEncrypted(String room) throws ConnectorException, InterruptedException {
    Reply reply = server.state(room, "m.room.encryption");
    return reply.isOk() && noteEncrypted(room);
  }

  boolean isLoud(String room) {
    return Ids.words(settings.loud()).stream().anyMatch(name -> isNamed(room, name));
  }

  /** Whether the configuration names a room, or the one that it was before it moved. */
  boolean isConfigured(String room) {
    return settings.roomNames().stream().anyMatch(name -> isNamed(room, name))
        || settings.operators().stream().anyMatch(name -> isNamed(room, name));
  }

  private boolean isNamed(String room, String name) {
    String id = Ids.isAlias(name) ? known(name).orElse("") : name;
    return id.equals(room) || id.equals(memory.atFirst(room));
  }

  /** Whether all that is said in a room is said to the bot. */
  boolean isDirect(String room) throws ConnectorException, InterruptedException {
    return !isConfigured(room) && members(room) <= TWO;
  }

  private int members(String room) throws ConnectorException, InterruptedException {
    Optional<Integer> known;
    synchronized (this) {
      known = Optional.ofNullable(members.get(room));
    }
    if (known.isPresent()) {
      return known.get();
    }
    Reply reply = server.joinedMembers(room);
    if (reply.isForbidden() || reply.isMissing()) {
      return Integer.MAX_VALUE; // no longer in it
    }
    if (!reply.isOk()) {
      throw reply.failure("I cannot see who is in " + room, false);
    }
    int count = reply.body().path("joined").size();
    synchronized (this) {
      members.put(room, count);
    }
    return count;
  }

  /** Somebody came or went. */
  synchronized void membersChanged(String room) {
    members.remove(room);
  }

  void postedIn(String room) {
    troubles.clear(room);
  }

  void refusedBy(String room, Reply refusal) {
    troubles.note(
        room,
        "I may not post in "
            + name(room)
            + " ("
            + refusal.errcode()
            + "): invite me, or give me the right to send messages");
  }

  /** Goes into a room; what keeps the bot out is a trouble with the room. */
  Reply join(String name, List<String> via) throws ConnectorException, InterruptedException {
    Reply reply = server.join(name, via);
    if (reply.isOk()) {
      troubles.clear(name);
    } else if (reply.isForbidden() || reply.isMissing()) {
      troubles.note(
          name, "I cannot join " + name + " (" + reply.errcode() + "): invite me, or make it open");
    }
    return reply;
  }

  /** Somebody put the bot out of a room. */
  void putOut(String room, String by, JsonNode event) {
    boolean banned = Json.text(event, "content", "membership").equals("ban");
    String reason = Visible.of(Json.text(event, "content", "reason"));
    troubles.note(
        room,
        (banned ? "I am banned from " : "I was put out of ")
            + name(room)
            + " by "
            + by
            + (reason.isBlank() ? "" : " (" + shortened(reason) + ")"));
  }

  private static String shortened(String reason) {
    return reason.length() > 100 ? reason.substring(0, 100) + "…" : reason;
  }

  /** The bot is in a room again, or for the first time. */
  void entered(String room) {
    troubles.clear(room);
  }
}
