package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * What happened in a room since a place, whole: a sync that leaves events out says so, and they are
 * fetched. Used by one thread.
 */
final class Timeline {
  private static final Logger log = LoggerFactory.getLogger(Timeline.class);

  /** 20,000 events of one room; beyond that nobody waits for an answer any more. */
  private static final int MAX_PAGES = 200;

  private final Homeserver server;
  private final String me;
  private final int maxPages;

  Timeline(Homeserver server, String me) {
    this(server, me, MAX_PAGES);
  }

  Timeline(Homeserver server, String me, int maxPages) {
    this.server = server;
    this.me = me;
    this.maxPages = maxPages;
  }

  /** The events of a room, oldest first, without those from before the bot came in. */
  List<JsonNode> events(String room, JsonNode timeline, Optional<String> since)
      throws ConnectorException, InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    boolean isLimited = timeline.path("limited").booleanValue(false);
    if (isLimited && since.isPresent()) {
      events.addAll(gap(room, since.get(), Json.text(timeline, "prev_batch")));
    }
    timeline.path("events").forEach(events::add);
    return sinceEntry(events);
  }

  private List<JsonNode> sinceEntry(List<JsonNode> events) {
    int entry = 0;
    for (int i = 0; i < events.size(); i++) {
      if (isEntry(events.get(i))) {
        entry = i;
      }
    }
    return events.subList(entry, events.size());
  }

  private boolean isEntry(JsonNode event) {
    return Json.text(event, "type").equals("m.room.member")
        && Json.text(event, "state_key").equals(me)
        && Json.text(event, "content", "membership").equals("join")
        && !Json.text(event, "unsigned", "prev_content", "membership").equals("join");
  }

  private List<JsonNode> gap(String room, String since, String until)
      throws ConnectorException, InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(since));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("dir", "f");
    query.put("from", since);
    if (!until.isEmpty()) {
      query.put("to", until);
    }
    query.put("limit", "100");
    query.put("filter", SyncFilter.timeline().toString());
    for (int page = 0; page < maxPages; page++) {
      Reply reply = server.messages(room, query);
      if (reply.isForbidden() || reply.isMissing()) {
        return events;
      }
      if (!reply.isOk()) {
        throw reply.failure("I cannot see what was said in " + room, false);
      }
      for (JsonNode event : reply.body().path("chunk")) { // an empty page is not the last
        if (!Hearing.isLong(event)) {
          events.add(event);
        }
      }
      String end = reply.text("end");
      if (end.isEmpty() || !seen.add(end)) {
        return events;
      }
      query.put("from", end);
    }
    log.warn("{}: too much was said while I was away; the newest of it is not read", room);
    return events;
  }
}
