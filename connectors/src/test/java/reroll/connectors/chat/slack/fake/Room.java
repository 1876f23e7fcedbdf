package reroll.connectors.chat.slack.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A channel and what was said in it. Guarded by the {@link Workspace}. */
final class Room {
  final String id;
  final String name;
  boolean isArchived;
  boolean hasBot = true;

  /** When the last messages were posted by the bot, for the limit. */
  Instant lastPost = Instant.EPOCH;

  /** By ts, the oldest first. */
  final Map<String, ObjectNode> messages = new LinkedHashMap<>();

  Room(String id, String name) {
    this.id = id;
    this.name = name;
  }

  /** Those in the channel itself, the newest first. */
  List<ObjectNode> history() {
    List<ObjectNode> all = new ArrayList<>();
    for (ObjectNode message : messages.values()) {
      String thread = Js.text(message, "thread_ts");
      if (thread.isEmpty() || thread.equals(Js.text(message, "ts"))) {
        all.add(message);
      }
    }
    Collections.reverse(all);
    return all;
  }

  /** The root and what stands below it, the oldest first; empty where there is no such root. */
  List<ObjectNode> thread(String root) {
    List<ObjectNode> all = new ArrayList<>();
    Optional.ofNullable(messages.get(root)).ifPresent(all::add);
    for (ObjectNode message : messages.values()) {
      String thread = Js.text(message, "thread_ts");
      if (thread.equals(root) && !Js.text(message, "ts").equals(root)) {
        all.add(message);
      }
    }
    return messages.containsKey(root) ? all : List.of();
  }
}
