package reroll.connectors.archive.git;

import java.io.IOException;
import java.net.URI;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;

/** A public-inbox server, asked for the manifest of an inbox. Thread-safe. */
final class Server {
  private static final String MANIFEST = "manifest.js.gz";

  private final Http http;

  Server(Http http) {
    this.http = http;
  }

  /**
   * Asks which epochs there are, and whether they moved.
   *
   * @throws ConnectorException rejected where there is no inbox with git
   */
  Inventory inventory(URI inbox) throws ConnectorException, InterruptedException {
    try (Answer answer = http.send(Request.get(inbox.resolve(MANIFEST)))) {
      if (answer.status() == 404 || answer.status() == 410) {
        throw ConnectorException.rejected(
            inbox
                + " offers no git (it has no "
                + MANIFEST
                + "); check the address, or read it with type: web");
      }
      if (!answer.isOk()) {
        throw answer.failure();
      }
      return new Inventory(
          answer.url().resolve("."), manifest(inbox, answer.bytes(Manifest.MAX_GZIP_BYTES)));
    }
  }

  private static Manifest manifest(URI inbox, byte[] document) throws ConnectorException {
    try {
      return Manifest.read(document);
    } catch (IOException e) {
      throw ConnectorException.notSent("what " + inbox + MANIFEST + " holds " + e.getMessage(), e);
    }
  }
}
