package reroll.connectors.archive.imap;

import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;

/** Who logs in, and how. */
sealed interface Account {
  /** As messages name who it is. */
  String user();

  /** Any name does, for servers that are open to all. */
  record Anonymous() implements Account {
    @Override
    public String user() {
      return "anonymous";
    }
  }

  record Password(String user, Secret password) implements Account {}

  /** With an access token (XOAUTH2). */
  record Token(String user, TokenSource source) implements Account {}

  /** Gives access tokens. Used by one thread at a time. */
  interface TokenSource {
    /** A token that may still be good. */
    Secret token() throws ConnectorException, InterruptedException;

    /** The server did not take the last one: it is not to be given again. */
    void forget();
  }
}
