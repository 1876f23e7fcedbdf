package reroll.connectors.chat.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import reroll.connectors.port.ConnectorException;

/**
 * What Slack's words for a refusal mean for a post (PROTOCOLS.md C.5; the error tables of Slack's
 * method pages).
 */
final class Refusals {
  /** Nobody mends an account in less. */
  static final Duration ACCOUNT_REST = Duration.ofMinutes(5);

  /** A request that is still on its way at Slack's has arrived by then, so that it can be found. */
  static final Duration LOOK_AFTER = Duration.ofSeconds(10);

  private static final String NEW_TOKEN =
      "install the app again and put the new token into the configuration";

  /** Of the tokens: no post is at fault, so none is given up. */
  private static final Map<String, String> ACCOUNT =
      Map.ofEntries(
          Map.entry("not_authed", NEW_TOKEN),
          Map.entry("invalid_auth", NEW_TOKEN),
          Map.entry("token_revoked", NEW_TOKEN),
          Map.entry("token_expired", NEW_TOKEN),
          Map.entry("account_inactive", NEW_TOKEN),
          Map.entry("user_removed_from_team", NEW_TOKEN),
          Map.entry("app_uninstalled", NEW_TOKEN),
          Map.entry("not_allowed_token_type", "bot-token and app-token may be exchanged"),
          Map.entry(
              "missing_scope", "compare the app's scopes with the manifest; install it again"),
          Map.entry(
              "no_permission", "compare the app's scopes with the manifest; install it again"),
          Map.entry("access_denied", "ask an administrator of the workspace"),
          Map.entry("team_access_not_granted", "ask an administrator of the workspace"),
          Map.entry("team_disabled", "the workspace is switched off"),
          Map.entry("org_login_required", "the workspace is being moved"),
          Map.entry("ekm_access_denied", "ask an administrator of the workspace"));

  /** Of one channel; what is to be done about it. */
  private static final Map<String, String> CHANNEL =
      Map.ofEntries(
          Map.entry("channel_not_found", "it is gone, or private and I am no longer invited"),
          Map.entry("not_in_channel", "invite me there"),
          Map.entry("user_not_in_channel", "invite me there"),
          Map.entry("is_archived", "it is archived"),
          Map.entry("restricted_action", "an administrator lets only some people post there"),
          Map.entry("restricted_action_read_only_channel", "nobody may post there"),
          Map.entry("restricted_action_thread_only_channel", "only threads may be answered there"),
          Map.entry("restricted_action_non_threadable_channel", "it has no threads"),
          Map.entry("restricted_action_thread_locked", "the thread is locked"),
          Map.entry("messages_tab_disabled", "switch on the app's messages tab"),
          Map.entry("cannot_dm_bot", "it belongs to another bot"));

  /** Slack's own faults: the request may have had its effect, or not. */
  private static final Set<String> UNSURE =
      Set.of("fatal_error", "internal_error", "service_unavailable", "request_timeout");

  private static final Set<String> TOO_FAST =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded", "accesslimited");

  /** Slack cannot show it in this form; a plainer one may do. */
  private static final Set<String> FORM =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "msg_too_long",
          "block_mismatch");

  /** The thread's root is gone. */
  private static final Set<String> THREAD =
      Set.of("thread_not_found", "cannot_reply_to_message", "invalid_thread_ts");

  private Refusals() {}

  static boolean isOfForm(String word) {
    return FORM.contains(word);
  }

  static boolean isOfThread(String word) {
    return THREAD.contains(word);
  }

  static boolean isOfChannel(String word) {
    return CHANNEL.containsKey(word);
  }

  static String advice(String word) {
    return ACCOUNT.getOrDefault(word, CHANNEL.getOrDefault(word, "please report it"));
  }

  /** A refusal as a failure; troubles of the account are noted. */
  static ConnectorException failure(Reply reply, Troubles troubles) {
    String word = reply.error();
    String sentence = "Slack answers " + reply.detail() + " to " + reply.method().word();
    if (ACCOUNT.containsKey(word)) {
      troubles.begin(Troubles.account(reply.method()), sentence + ": " + advice(word));
      return ConnectorException.notSent(sentence, null).retryAfter(ACCOUNT_REST);
    }
    if (TOO_FAST.contains(word)) {
      return ConnectorException.notSent(sentence, null).retryAfter(reply.method().turn());
    }
    if (UNSURE.contains(word)) {
      return unsure(reply.method(), sentence, null);
    }
    return ConnectorException.rejected(
        isOfChannel(word) ? sentence + ": " + advice(word) : sentence);
  }

  /** A failure that leaves open what happened, where the method does anything. */
  static ConnectorException unsure(ApiMethod method, String sentence, Throwable cause) {
    return method.isSeen()
        ? ConnectorException.unknown(sentence, cause).retryAfter(LOOK_AFTER)
        : ConnectorException.notSent(sentence, cause);
  }
}
