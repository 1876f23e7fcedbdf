package reroll.connectors.chat.matrix;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What of all that happens is asked for. */
final class SyncFilter {
  /** Encrypted messages are asked for, too: they tell that a room is encrypted. */
  private static final List<String> TYPES =
      List.of(
          "m.room.message",
          "m.reaction",
          "m.room.encrypted",
          "m.room.encryption",
          "m.room.member",
          "m.room.tombstone");

  private SyncFilter() {}

  static ObjectNode timeline() {
    ObjectNode timeline = Json.object();
    timeline.set("types", Json.array(TYPES));
    return timeline;
  }

  /**
   * A filter for a whole sync.
   *
   * @param limit how many events of a room come at most; the rest is a gap
   */
  static ObjectNode whole(int limit) {
    ObjectNode filter = Json.object();
    filter.set("presence", nothing());
    filter.set("account_data", nothing());
    ObjectNode room = filter.putObject("room");
    room.set("account_data", nothing());
    room.set("ephemeral", nothing());
    room.set("timeline", timeline().put("limit", limit));
    ObjectNode state = room.putObject("state");
    state.set("types", Json.array(List.of("m.room.encryption", "m.room.tombstone")));
    state.put("lazy_load_members", true);
    return filter;
  }

  /**
   * A filter for the very first sync, which is asked for the place alone.
   *
   * @param nonce never the same twice: Synapse gives the answer to a first sync, and so an old
   *     place, again for two minutes (sync_response_cache_duration)
   */
  static ObjectNode first(long nonce) {
    ObjectNode filter = whole(1);
    ((ObjectNode) filter.path("room"))
        .set("not_rooms", Json.array(List.of("!nowhere" + nonce + ":reroll.invalid")));
    return filter;
  }

  private static ObjectNode nothing() {
    ObjectNode nothing = Json.object();
    nothing.set("not_types", Json.array(List.of("*")));
    return nothing;
  }
}
