package reroll.connectors.chat.slack;

import java.util.Map;
import java.util.Optional;
import reroll.connectors.port.ConnectorException;

/** Finds out who Reroll is in the workspace, and remembers it. Thread-safe. */
final class Account {
  private final WebApi api;
  private final Troubles troubles;
  private volatile Optional<Identity> identity = Optional.empty();

  Account(WebApi api, Troubles troubles) {
    this.api = api;
    this.troubles = troubles;
  }

  /** Asks Slack where it was never told. */
  Identity identity() throws ConnectorException {
    Optional<Identity> known = identity;
    if (known.isPresent()) {
      return known.get();
    }
    Reply reply = api.ask(ApiMethod.AUTH_TEST, Map.of());
    reply.orThrow(troubles);
    Identity told = Identity.of(reply);
    identity = Optional.of(told);
    return told;
  }

  /** Who it is, as far as Slack was asked. */
  Optional<Identity> known() {
    return identity;
  }
}
