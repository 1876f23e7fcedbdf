package reroll.connectors.archive.imap;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
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
    return with(
        s, Map.of("user", Optional.of(user), "password", Optional.of(new Secret(password))));
  }

  static ImapSettings withTokenCommand(ImapSettings s, String user, String command) {
    return with(s, Map.of("user", Optional.of(user), "tokenCommand", Optional.of(command)));
  }

  static ImapSettings withRefreshToken(ImapSettings s, String user, URI url, String token) {
    return with(
        s,
        Map.of(
            "user", Optional.of(user),
            "tokenUrl", Optional.of(url),
            "refreshToken", Optional.of(new Secret(token)),
            "clientId", Optional.of("reroll"),
            "clientSecret", Optional.of(new Secret("client-secret"))));
  }

  static ImapSettings secured(ImapSettings s, String host, String security, Path trust) {
    return with(s, Map.of("host", host, "security", security, "trust", Optional.of(trust)));
  }

  static ImapSettings forList(ImapSettings s, String listId, String address) {
    return with(
        s,
        Map.of(
            "listId", Optional.of(listId).filter(id -> !id.isEmpty()),
            "address", Optional.of(address).filter(id -> !id.isEmpty())));
  }

  /** The same with other values for some of its components, by their names. */
  private static ImapSettings with(ImapSettings settings, Map<String, Object> changed) {
    RecordComponent[] components = ImapSettings.class.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        RecordComponent component = components[i];
        types[i] = component.getType();
        Object value = changed.get(component.getName());
        values[i] = value == null ? component.getAccessor().invoke(settings) : value;
      }
      return ImapSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the record's own constructor refuses its values", e);
    }
  }
}
