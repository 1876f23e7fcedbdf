package reroll.connectors.chat.slack.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack knows of channels, messages and files. Thread-safe: every method locks this. */
final class Workspace {
  static final String BOT_USER = "UREROLL";
  static final String BOT = "BREROLL";
  static final String APP = "AREROLL";
  static final String TEAM = "T0LAB";

  private final Clock clock;
  private final Map<String, Room> rooms = new LinkedHashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private final Map<String, ObjectNode> files = new LinkedHashMap<>();
  private final List<ObjectNode> whispers = new ArrayList<>();
  private long counter;

  Workspace(Clock clock) {
    this.clock = clock;
  }

  synchronized Room add(String id, String name) {
    Room room = new Room(id, name);
    rooms.put(id, room);
    return room;
  }

  synchronized List<Room> rooms() {
    return List.copyOf(rooms.values());
  }

  synchronized Room room(String id) throws SlackError {
    Room room = rooms.get(id);
    if (room == null) {
      throw new SlackError("channel_not_found");
    }
    return room;
  }

  /** A channel in which the bot may write. */
  Room writable(String id) throws SlackError {
    Room room = room(id);
    if (room.isArchived) {
      throw new SlackError("is_archived");
    }
    if (!room.hasBot) {
      throw new SlackError("not_in_channel");
    }
    return room;
  }

  /** Never twice the same, and in the order of the calls. */
  synchronized String nextTs() {
    return String.format(Locale.ROOT, "%d.%06d", clock.instant().getEpochSecond(), ++counter);
  }

  /** Refuses a second message within the same second. */
  synchronized boolean tooFast(Room room) {
    Instant now = clock.instant();
    if (now.isBefore(room.lastPost.plusSeconds(1))) {
      return true;
    }
    room.lastPost = now;
    return false;
  }

  synchronized ObjectNode post(Room room, ObjectNode message) {
    String ts = nextTs();
    message.put("type", "message").put("ts", ts);
    room.messages.put(ts, message);
    return message;
  }

  synchronized void remove(Room room, String ts) {
    room.messages.remove(ts);
  }

  synchronized List<ObjectNode> history(Room room) {
    return room.history();
  }

  synchronized List<ObjectNode> thread(Room room, String root) {
    return room.thread(root);
  }

  synchronized ObjectNode message(Room room, String ts) throws SlackError {
    ObjectNode message = room.messages.get(ts);
    if (message == null) {
      throw new SlackError("message_not_found");
    }
    return message;
  }

  synchronized List<ObjectNode> messages(String channel) {
    Room room = rooms.get(channel);
    return room == null ? List.of() : List.copyOf(room.messages.values());
  }

  synchronized void whisper(ObjectNode message) {
    whispers.add(message);
  }

  synchronized List<ObjectNode> whispers() {
    return List.copyOf(whispers);
  }

  synchronized String newFile(String name, int length) {
    String id = "F" + (100 + files.size());
    ObjectNode file = Js.object().put("id", id).put("name", name).put("title", name);
    files.put(id, file.put("size", length));
    return id;
  }

  /** Whether the bytes are as many as were announced. */
  synchronized boolean takeBytes(String id, byte[] content) {
    ObjectNode file = files.get(id);
    boolean good = file != null && file.path("size").asInt(-1) == content.length;
    if (good) {
      bytes.put(id, content);
    }
    return good;
  }

  /** A file whose bytes have come and that was not shared so far. */
  synchronized JsonNode share(String id) throws SlackError {
    ObjectNode file = files.get(id);
    if (file == null || !bytes.containsKey(id) || file.has("shared")) {
      throw new SlackError("file_not_found");
    }
    file.put("shared", true);
    return file;
  }

  synchronized byte[] content(String id) {
    return bytes.getOrDefault(id, new byte[0]);
  }
}
