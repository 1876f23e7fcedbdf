package reroll.connectors.chat.slack.fake;

import java.util.Map;

/**
 * A call of the Web API as it came in.
 *
 * @param token without "Bearer"
 */
public record Call(String method, String token, Map<String, String> arguments) {
  String argument(String name) {
    return arguments.getOrDefault(name, "");
  }

  boolean is(String name) {
    String value = argument(name);
    return value.equals("true") || value.equals("1");
  }
}
