package reroll.connectors.chat.slack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * What a method of the Web API answered: status 200, and yes or no. Immutable.
 *
 * @param scopes of the token that asked, as the header {@code X-OAuth-Scopes} has them; empty where
 *     it did not come
 */
record Reply(ApiMethod method, JsonNode body, List<String> scopes) {
  boolean isOk() {
    return body.path("ok").asBoolean(false);
  }

  /** Slack's word for what is wrong; the empty text where nothing is. */
  String error() {
    return isOk() ? "" : Json.text(body, "error");
  }

  boolean says(String word) {
    return error().equals(word);
  }

  /** What it said, where that was yes. */
  JsonNode orThrow(Troubles troubles) throws ConnectorException {
    if (isOk()) {
      return body;
    }
    throw Refusals.failure(this, troubles);
  }

  /** What is wrong, with the places that Slack names (as it does for blocks). */
  String detail() {
    String places =
        StreamSupport.stream(body.path("response_metadata").path("messages").spliterator(), false)
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .limit(3)
            .collect(Collectors.joining("; "));
    String word = error().isEmpty() ? "no reason" : error();
    return places.isEmpty() ? word : word + " (" + places + ")";
  }
}
