package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The account and its token. A password logs in once, with a device that is always the same, and
 * what that gave is kept in a file; a token that has run out is renewed. Whoever was logged out on
 * purpose does not log in again by himself: servers allow few logins, and somebody meant it.
 * Thread-safe; whoever needs a token waits while another fetches one.
 */
final class Session {
  private static final Logger log = LoggerFactory.getLogger(Session.class);

  /** A token, and by which means there is another when it has run out. */
  private record Held(String token, Optional<String> refresh) {}

  private final MatrixSettings settings;
  private final Wire wire;
  private final Place file;

  /** Guarded by this, as all below. */
  private Optional<Held> held = Optional.empty();

  private Optional<String> user = Optional.empty();

  /** Why there will be no token until somebody does something. */
  private Optional<String> ended = Optional.empty();

  /** Whether the server took the token in this process; if it did, only a person took it away. */
  private boolean worked;

  Session(MatrixSettings settings, Wire wire, Place file) {
    this.settings = settings;
    this.wire = wire;
    this.file = file;
  }

  /** A token to be sent along. */
  synchronized String token() throws ConnectorException, InterruptedException {
    if (ended.isPresent()) {
      throw ConnectorException.notSent(ended.get(), null).retryAfter(Reply.PERSONS_WORK);
    }
    if (held.isEmpty()) {
      held = fromSettings().or(this::fromFile);
    }
    return held.isPresent() ? held.get().token() : logIn().token();
  }

  private Optional<Held> fromSettings() {
    return settings.token().map(Secret::value).map(value -> new Held(value, Optional.empty()));
  }

  private Optional<Held> fromFile() {
    try {
      return file.read()
          .filter(saved -> Json.text(saved, "user").equals(settings.user().orElse("")))
          .filter(saved -> Json.text(saved, "device").equals(settings.device()))
          .map(Session::heldIn);
    } catch (IOException e) {
      log.warn("{} cannot be read, a new login it is: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Held heldIn(JsonNode saved) {
    String refresh = Json.text(saved, "refresh_token");
    return new Held(
        Json.text(saved, "access_token"), Optional.of(refresh).filter(text -> !text.isEmpty()));
  }

  /** Who the account is, as the server says; asked once. */
  synchronized String user() throws ConnectorException, InterruptedException {
    if (user.isEmpty()) {
      Reply reply = whoAmI();
      if (!reply.isOk() || !Ids.isUser(reply.text("user_id"))) {
        throw reply.failure("the homeserver does not say who I am", false);
      }
      user = Optional.of(reply.text("user_id"));
      worked = true;
    }
    return user.get();
  }

  private Reply whoAmI() throws ConnectorException, InterruptedException {
    String used = token();
    Reply reply = askWhoIAm(used);
    return reply.isTokenTrouble() && renew(used, reply) ? askWhoIAm(token()) : reply;
  }

  private Reply askWhoIAm(String token) throws ConnectorException, InterruptedException {
    return wire.get(Wire.CLIENT + "/account/whoami", Optional.of(token), Wire.LIMIT);
  }

  /**
   * Does what a refused token asks for.
   *
   * @param used the token that was refused
   * @return whether there is another to try
   */
  synchronized boolean renew(String used, Reply refusal)
      throws ConnectorException, InterruptedException {
    if (held.isPresent() && !held.get().token().equals(used)) {
      return true; // somebody else was here in the meantime
    }
    if (refusal.errcode().equals("M_USER_LOCKED")) {
      return false;
    }
    Optional<String> refresh = held.flatMap(Held::refresh);
    if (refresh.isPresent() && refresh(refresh.get())) {
      return true;
    }
    boolean soft = Json.at(refusal.body(), "soft_logout").booleanValue(false);
    if (settings.password().isPresent() && (soft || !worked)) {
      logIn();
      return true;
    }
    end();
    return false;
  }

  private void end() {
    held = Optional.empty();
    ended =
        Optional.of(
            settings.token().isPresent()
                ? "the homeserver does not know the access token (any longer): put a new one where"
                    + " the configuration says, and start me again"
                : "the homeserver logged me out: start me again, and I log in anew");
    log.error("{}", ended.get());
  }

  private boolean refresh(String by) throws ConnectorException, InterruptedException {
    ObjectNode body = Json.object().put("refresh_token", by);
    Reply reply = wire.post(Wire.CLIENT + "/refresh", Optional.empty(), body);
    if (reply.isOk()) {
      take(reply, Optional.of(by));
      return true;
    }
    if (reply.status() == 401 || reply.isForbidden()) {
      return false;
    }
    throw reply.failure("the token cannot be renewed now", false);
  }

  private Held logIn() throws ConnectorException, InterruptedException {
    Reply reply = wire.post(Wire.CLIENT + "/login", Optional.empty(), login());
    if (reply.isForbidden()) {
      ended =
          Optional.of(
              "the homeserver does not take the password of "
                  + settings.user().orElse("")
                  + ": mend user or password in the configuration, and start me again");
      throw ConnectorException.notSent(ended.get(), null).retryAfter(Reply.PERSONS_WORK);
    }
    if (!reply.isOk() || reply.text("access_token").isEmpty()) {
      throw reply.failure("the homeserver does not let me log in", false);
    }
    worked = true;
    return take(reply, Optional.empty());
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
  private Held take(Reply reply, Optional<String> oldRefresh) {
    String refresh = reply.text("refresh_token");
    Held fresh =
        new Held(reply.text("access_token"), refresh.isEmpty() ? oldRefresh : Optional.of(refresh));
    ObjectNode saved =
        Json.object()
            .put("user", settings.user().orElse(""))
            .put("device", settings.device())
            .put("access_token", fresh.token());
    fresh.refresh().ifPresent(text -> saved.put("refresh_token", text));
    try {
      file.write(saved);
    } catch (IOException e) {
      log.error("the session cannot be kept in {}: {}", file, e.getMessage());
    }
    held = Optional.of(fresh);
    return fresh;
  }

  /** Why there is no token, as one sentence; empty while nothing is known to be wrong. */
  synchronized Optional<String> trouble() {
    return ended;
  }
}
