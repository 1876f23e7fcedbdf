package reroll.connectors.archive.git;

import java.net.URI;

/**
 * What a server holds of an inbox. Immutable.
 *
 * @param inbox where it answered in the end, with a slash at the end
 */
record Inventory(URI inbox, Manifest manifest) {
  String fingerprint(int epoch) {
    return manifest.fingerprints().get(epoch);
  }

  /** Where an epoch is fetched. */
  URI repository(int epoch) {
    return inbox.resolve("git/" + epoch + ".git");
  }
}
