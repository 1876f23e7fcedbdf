package reroll.connectors.archive.imap;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import reroll.connectors.port.Secret;

/** Settings of tests, each a little different from those it was made of. */
final class TestSettings {
  private TestSettings() {}

  /** A server on this machine without TLS, and an anonymous login. */
  static ImapSettings anonymous(int port, String mailbox) {
    return new ImapSettings(
        "127.0.0.1",
        Optional.of(port),
        "none",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        mailbox,
        Optional.empty(),
        Optional.empty());
  }

  static ImapSettings withPassword(ImapSettings s, String user, String password) {
    return new ImapSettings(
        s.host(),
        s.port(),
        s.security(),
        s.trust(),
        Optional.of(user),
        Optional.of(new Secret(password)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        s.mailbox(),
        s.listId(),
        s.address());
  }

  static ImapSettings withTokenCommand(ImapSettings s, String user, String command) {
    return new ImapSettings(
        s.host(),
        s.port(),
        s.security(),
        s.trust(),
        Optional.of(user),
        Optional.empty(),
        Optional.of(command),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        s.mailbox(),
        s.listId(),
        s.address());
  }

  static ImapSettings withRefreshToken(ImapSettings s, String user, URI url, String token) {
    return new ImapSettings(
        s.host(),
        s.port(),
        s.security(),
        s.trust(),
        Optional.of(user),
        Optional.empty(),
        Optional.empty(),
        Optional.of(url),
        Optional.of(new Secret(token)),
        Optional.of("reroll"),
        Optional.of(new Secret("client-secret")),
        s.mailbox(),
        s.listId(),
        s.address());
  }

  static ImapSettings secured(ImapSettings s, String host, String security, Path trust) {
    return new ImapSettings(
        host,
        s.port(),
        security,
        Optional.of(trust),
        s.user(),
        s.password(),
        s.tokenCommand(),
        s.tokenUrl(),
        s.refreshToken(),
        s.clientId(),
        s.clientSecret(),
        s.mailbox(),
        s.listId(),
        s.address());
  }

  static ImapSettings forList(ImapSettings s, String listId, String address) {
    return new ImapSettings(
        s.host(),
        s.port(),
        s.security(),
        s.trust(),
        s.user(),
        s.password(),
        s.tokenCommand(),
        s.tokenUrl(),
        s.refreshToken(),
        s.clientId(),
        s.clientSecret(),
        s.mailbox(),
        Optional.of(listId).filter(id -> !id.isEmpty()),
        Optional.of(address).filter(id -> !id.isEmpty()));
  }
}
