package reroll.connectors.chat.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account and its token. A password logs in once, with a device that is always the same; a
 * token that has run out is renewed, and a session that the server ended by itself (a soft logout)
 * is begun anew. Whoever was logged out on purpose does not log in again by himself: servers allow
 * few logins, and somebody meant it. Thread-safe; whoever needs a token waits while another fetches
 * one.
 */
final class Session {
  private static final Logger log = LoggerFactory.getLogger(Session.class);

  /** Between two new beginnings: Synapse lets an account log in once in 333 s (rc_login). */
  static final Duration BETWEEN_LOGINS = Duration.ofMinutes(6);

  private final MatrixSettings settings;
  private final Wire wire;
  private final SavedTokens saved;
  private final Clock clock;

  /** The token that the server took last. Not guarded: nobody who has an answer waits here. */
  private volatile String taken = "";

  /** Guarded by this, as all below. */
  private Optional<Tokens> held = Optional.empty();

  private Optional<String> user = Optional.empty();

  /** Why there will be no token until somebody does something. */
  private Optional<String> ended = Optional.empty();

  /** The token that this process got from the server last. */
  private String fetched = "";

  /** Until when no session is begun anew. */
  private Instant noLoginUntil = Instant.MIN;

  Session(MatrixSettings settings, Wire wire, SavedTokens saved, Clock clock) {
    this.settings = settings;
    this.wire = wire;
    this.saved = saved;
    this.clock = clock;
  }

  /** A token to be sent along. */
  synchronized String token() throws ConnectorException, InterruptedException {
    if (ended.isPresent()) {
      throw waitForSomebody(ended.get());
    }
    if (held.isEmpty()) {
      held = fromSettings().or(saved::read);
    }
    return held.isPresent() ? held.get().access() : logIn().access();
  }

  private static ConnectorException waitForSomebody(String why) {
    return ConnectorException.notSent(why, null).retryAfter(Reply.PERSONS_WORK);
  }

  private Optional<Tokens> fromSettings() {
    return settings.token().map(Secret::value).map(value -> new Tokens(value, Optional.empty()));
  }

  /** Who the account is, as the server says; asked once. */
  synchronized String user() throws ConnectorException, InterruptedException {
    if (user.isEmpty()) {
      Reply reply = whoAmI();
      if (!reply.isOk() || !Ids.isUser(reply.text("user_id"))) {
        throw reply.failure("the homeserver does not say who I am", false);
      }
      user = Optional.of(reply.text("user_id"));
    }
    return user.get();
  }

  private Reply whoAmI() throws ConnectorException, InterruptedException {
    String used = token();
    Reply reply = askWhoIAm(used);
    return reply.isTokenTrouble() && renew(used, reply) ? askWhoIAm(token()) : reply;
  }

  private Reply askWhoIAm(String token) throws ConnectorException, InterruptedException {
    Reply reply = wire.get(Wire.CLIENT + "/account/whoami", Optional.of(token));
    if (reply.isOk()) {
      took(token);
    }
    return reply;
  }

  /** Notes that the server let somebody in by a token; never waits. */
  void took(String token) {
    taken = token;
  }

  /**
   * Does what a refused token asks for.
   *
   * @param used the token that was refused
   * @return whether there is another to try
   * @throws ConnectorException if there is none before somebody does something
   */
  synchronized boolean renew(String used, Reply refusal)
      throws ConnectorException, InterruptedException {
    if (held.isPresent() && !held.get().access().equals(used)) {
      return true; // somebody else was here in the meantime
    }
    boolean gotForNothing = fetched.equals(used) && !taken.equals(used);
    if (ended.isPresent() || gotForNothing || refusal.errcode().equals("M_USER_LOCKED")) {
      return false;
    }
    Optional<String> refresh = held.flatMap(Tokens::refresh);
    if (refresh.isPresent() && refresh(refresh.get())) {
      return true;
    }
    if (settings.password().isPresent() && (isSoft(refusal) || isLeftFromBefore())) {
      beginAnew();
      return true;
    }
    throw end();
  }

  private static boolean isSoft(Reply refusal) {
    return Json.at(refusal.body(), "soft_logout").booleanValue(false);
  }

  /** Whether the token is from an earlier run: then nobody ended a session of this one. */
  private boolean isLeftFromBefore() {
    return taken.isEmpty() && fetched.isEmpty();
  }

  /** A server that ends every session at once is not asked for one after the other. */
  private void beginAnew() throws ConnectorException, InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(noLoginUntil)) {
      throw ConnectorException.notSent(
              "the homeserver ends my sessions sooner than I may log in again", null)
          .retryAfter(Duration.between(now, noLoginUntil));
    }
    logIn();
    noLoginUntil = now.plus(BETWEEN_LOGINS);
  }

  private ConnectorException end() {
    held = Optional.empty();
    ended =
        Optional.of(
            settings.token().isPresent()
                ? "the homeserver does not know the access token (any longer): put a new one where"
                    + " the configuration says, and start me again"
                : "the homeserver logged me out: start me again, and I log in anew");
    log.error("{}", ended.get());
    return waitForSomebody(ended.get());
  }

  private boolean refresh(String by) throws ConnectorException, InterruptedException {
    ObjectNode body = Json.object().put("refresh_token", by);
    Reply reply = wire.post(Wire.CLIENT + "/refresh", Optional.empty(), body);
    if (reply.isOk() && !reply.text("access_token").isEmpty()) {
      take(Tokens.of(reply, Optional.of(by)));
      return true;
    }
    if (reply.status() == 401 || reply.isForbidden()) {
      return false;
    }
    throw reply.failure("the token cannot be renewed now", false);
  }

  private Tokens logIn() throws ConnectorException, InterruptedException {
    Reply reply = wire.post(Wire.CLIENT + "/login", Optional.empty(), login());
    if (reply.isForbidden()) {
      ended =
          Optional.of(
              "the homeserver does not take the password of "
                  + settings.user().orElse("")
                  + ": mend user or password in the configuration, and start me again");
      throw waitForSomebody(ended.get());
    }
    if (!reply.isOk() || reply.text("access_token").isEmpty()) {
      throw loginFailure(reply.failure("the homeserver does not let me log in", false));
    }
    return take(Tokens.of(reply, Optional.empty()));
  }

  /** What can never succeed as it is, is not tried again before somebody mended it. */
  private ConnectorException loginFailure(ConnectorException failure) {
    if (failure.outcome() != ConnectorException.Outcome.REJECTED) {
      return failure;
    }
    ended =
        Optional.of(
            failure.getMessage()
                + "; where it takes no passwords, get an access token and write token: in place of"
                + " password:, and start me again");
    return waitForSomebody(ended.get());
  }

  private ObjectNode login() {
    ObjectNode login = Json.object().put("type", "m.login.password");
    login
        .putObject("identifier")
        .put("type", "m.id.user")
        .put("user", settings.user().orElseThrow());
    return login
        .put("password", settings.password().orElseThrow().value())
        .put("device_id", settings.device())
        .put("initial_device_display_name", "Reroll")
        .put("refresh_token", true);
  }

  /** Keeps what the server gave, in the file first: the old token ends when the new one is used. */
  private Tokens take(Tokens fresh) {
    saved.write(fresh);
    held = Optional.of(fresh);
    fetched = fresh.access();
    return fresh;
  }

  /** Why there is no token, as one sentence; empty while nothing is known to be wrong. */
  synchronized Optional<String> trouble() {
    return ended;
  }
}
