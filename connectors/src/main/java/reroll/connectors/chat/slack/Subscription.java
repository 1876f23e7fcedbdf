package reroll.connectors.chat.slack;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The events that Slack sends to the app, and the scope that each needs. */
enum Subscription {
  APP_MENTION("app_mention", "app_mentions:read"),
  IN_CHANNELS("message.channels", "channels:history"),
  IN_PRIVATE_CHANNELS("message.groups", "groups:history"),
  IN_DIRECT_MESSAGES("message.im", "im:history"),
  IN_GROUP_MESSAGES("message.mpim", "mpim:history"),
  UNINSTALLED("app_uninstalled", ""),
  TOKENS_REVOKED("tokens_revoked", "");

  /** For the slash command; no event has it. */
  private static final String COMMANDS = "commands";

  private final String event;
  private final String scope;

  Subscription(String event, String scope) {
    this.event = event;
    this.scope = scope;
  }

  /** As the app's manifest names it. */
  String event() {
    return event;
  }

  /** All scopes that the bot's token needs: for what it hears and for what it calls. */
  static Set<String> allScopes() {
    Set<String> scopes = new TreeSet<>(Set.of(COMMANDS));
    List.of(values()).stream().map(of -> of.scope).filter(s -> !s.isEmpty()).forEach(scopes::add);
    List.of(ApiMethod.values()).forEach(method -> scopes.addAll(method.scopes()));
    return scopes;
  }
}
