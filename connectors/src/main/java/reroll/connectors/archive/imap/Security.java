package reroll.connectors.archive.imap;

import java.util.Arrays;

/** How the connection is kept from others. */
enum Security {
  /** TLS from the first byte. */
  TLS(993),
  /** TLS before the login, on the port that also serves without. */
  STARTTLS(143),
  /** In the clear, which never leaves this machine. */
  NONE(143);

  private final int port;

  Security(int port) {
    this.port = port;
  }

  /** The port where nobody says (RFC 8314 7.2). */
  int port() {
    return port;
  }

  /**
   * Reads the word of the configuration file.
   *
   * @throws IllegalArgumentException if it is none; says which there are
   */
  static Security of(String word) {
    return Arrays.stream(values())
        .filter(security -> security.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "security is tls, starttls or none, not \"" + word + "\""));
  }
}
