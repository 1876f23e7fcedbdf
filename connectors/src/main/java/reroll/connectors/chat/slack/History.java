package reroll.connectors.chat.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/** Reads what stands in a channel or thread. Thread-safe. */
final class History {
  /** As Slack recommends. */
  private static final int PAGE = 200;

  /** Far more than are said between a post and the look for it. */
  private static final int MOST_PAGES = 25;

  private final WebApi api;
  private final Troubles troubles;

  History(WebApi api, Troubles troubles) {
    this.api = api;
    this.troubles = troubles;
  }

  /** The messages of a channel, without those in threads. */
  List<JsonNode> ofChannel(String channel, Optional<Instant> since) throws ConnectorException {
    return pages(ApiMethod.HISTORY, arguments(channel, since), since.isEmpty() ? 1 : MOST_PAGES);
  }

  /** The messages of a thread, with its root; empty where there is no such thread. */
  List<JsonNode> ofThread(String channel, String root, Optional<Instant> since)
      throws ConnectorException {
    Map<String, String> arguments = arguments(channel, since);
    arguments.put("ts", root);
    return pages(ApiMethod.REPLIES, arguments, MOST_PAGES);
  }

  private static Map<String, String> arguments(String channel, Optional<Instant> since) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("limit", String.valueOf(PAGE));
    arguments.put("include_all_metadata", "true");
    since.ifPresent(at -> arguments.put("oldest", at.getEpochSecond() + ".000000"));
    return arguments;
  }

  private List<JsonNode> pages(ApiMethod method, Map<String, String> arguments, int most)
      throws ConnectorException {
    List<JsonNode> messages = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < most && (page == 0 || !cursor.isEmpty()); page++) {
      if (!cursor.isEmpty()) {
        arguments.put("cursor", cursor);
      }
      Reply reply = api.ask(method, arguments);
      if (reply.says("thread_not_found") || reply.says("message_not_found")) {
        return List.of();
      }
      JsonNode body = reply.orThrow(troubles);
      body.path("messages").forEach(messages::add);
      cursor = Json.text(body, "response_metadata", "next_cursor");
    }
    return messages;
  }
}
