package reroll.connectors.chat.slack;

import java.time.Duration;
import java.util.Set;

/**
 * The methods of Slack's Web API that Reroll calls, with how often Slack lets them be called (its
 * tiers, PROTOCOLS.md C.6) and the scopes that they need.
 */
enum ApiMethod {
  AUTH_TEST("auth.test", 100, Effect.NONE, ""),
  CONNECTIONS_OPEN("apps.connections.open", 1, Effect.NONE, ""),
  POST_MESSAGE("chat.postMessage", 60, Effect.SEEN, "chat:write"),
  POST_EPHEMERAL("chat.postEphemeral", 100, Effect.SEEN, "chat:write"),
  UPDATE("chat.update", 50, Effect.SEEN, "chat:write"),
  HISTORY("conversations.history", 50, Effect.NONE, Scopes.HISTORY),
  REPLIES("conversations.replies", 50, Effect.NONE, Scopes.HISTORY),
  MY_CHANNELS("users.conversations", 20, Effect.NONE, "channels:read groups:read"),
  UPLOAD_URL("files.getUploadURLExternal", 100, Effect.NONE, "files:write"),
  COMPLETE_UPLOAD("files.completeUploadExternal", 100, Effect.SEEN, "files:write");

  /** Whether people see what a call did. */
  private enum Effect {
    NONE,
    SEEN
  }

  /** Constants of an enum cannot be used in its own rows. */
  private static final class Scopes {
    /** One for each kind of channel. */
    static final String HISTORY = "channels:history groups:history im:history mpim:history";
  }

  private final String word;
  private final int aMinute;
  private final Effect effect;

  /** Parted by blanks. */
  private final String scopes;

  ApiMethod(String word, int aMinute, Effect effect, String scopes) {
    this.word = word;
    this.aMinute = aMinute;
    this.effect = effect;
    this.scopes = scopes;
  }

  /** As Slack calls it. */
  String word() {
    return word;
  }

  /** Whether a call without an answer may have had an effect that people see. */
  boolean isSeen() {
    return effect == Effect.SEEN;
  }

  Set<String> scopes() {
    return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ", -1));
  }

  /** The time of one call, by its tier: the wait where Slack says "too fast" without a time. */
  Duration turn() {
    return Duration.ofMinutes(1).dividedBy(aMinute);
  }
}
