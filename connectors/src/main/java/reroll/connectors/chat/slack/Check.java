package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reroll.connectors.chat.ChatPlatform.Finding;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/** Asks Slack about the tokens, their scopes, the socket and the channels; posts nothing. */
final class Check {
  /** More than anybody reads. */
  private static final int MOST_NAMES = 50;

  /** As many as Slack lets anybody ask for in a minute. */
  private static final int MOST_PAGES = 20;

  private final WebApi api;
  private final List<Finding> findings = new ArrayList<>();

  Check(WebApi api) {
    this.api = api;
  }

  List<Finding> run() throws InterruptedException {
    if (botToken()) {
      channels();
    }
    ask(
        ApiMethod.CONNECTIONS_OPEN,
        Map.of(),
        "The app-level token",
        opened -> good("The app-level token opens a socket: I can hear"));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return List.copyOf(findings);
  }

  /** What to make of a yes. */
  @FunctionalInterface
  private interface Yes {
    void read(Reply reply);
  }

  private boolean ask(ApiMethod method, Map<String, String> arguments, String what, Yes yes) {
    try {
      Reply reply = api.ask(method, arguments);
      if (reply.isOk()) {
        yes.read(reply);
        return true;
      }
      bad(what + " is refused, " + reply.detail() + ": " + Refusals.advice(reply.error()));
    } catch (ConnectorException e) {
      bad(what + " could not be checked: " + e.getMessage());
    }
    return false;
  }

  private boolean botToken() {
    return ask(
        ApiMethod.AUTH_TEST,
        Map.of(),
        "The bot token",
        reply -> {
          Identity self = Identity.of(reply);
          good("The bot token is that of @" + self.user() + " in " + self.team());
          scopes(reply.scopes());
        });
  }

  private void scopes(List<String> has) {
    Set<String> missing = new TreeSet<>(Subscription.allScopes());
    missing.removeAll(has);
    if (missing.isEmpty()) {
      good("The bot token has all scopes that I need");
    } else {
      bad(
          "The bot token lacks the scopes "
              + String.join(", ", missing)
              + "; compare the app with the manifest, then install it again");
    }
  }

  private void channels() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("types", "public_channel,private_channel");
    arguments.put("exclude_archived", "true");
    arguments.put("limit", "200");
    List<String> names = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      boolean read =
          ask(ApiMethod.MY_CHANNELS, arguments, "My channels", r -> read(r, names, arguments));
      if (!read) {
        return;
      }
      if (arguments.get("cursor").isEmpty()) {
        break; // a page that is not full, or empty, is no end
      }
    }
    tell(names);
  }

  private static void read(Reply page, List<String> names, Map<String, String> next) {
    for (JsonNode channel : page.body().path("channels")) {
      names.add("#" + Json.text(channel, "name"));
    }
    next.put("cursor", Json.text(page.body(), "response_metadata", "next_cursor"));
  }

  private void tell(List<String> names) {
    if (names.isEmpty()) {
      bad("I am in no channel; say /invite @reroll in one");
      return;
    }
    int shown = Math.min(MOST_NAMES, names.size());
    String more = names.size() == shown ? "" : " and " + (names.size() - shown) + " more";
    good("I am in " + String.join(", ", names.subList(0, shown)) + more);
  }

  private void good(String text) {
    findings.add(new Finding(true, text));
  }

  private void bad(String text) {
    findings.add(new Finding(false, text));
  }
}
