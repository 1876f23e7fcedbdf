package reroll.bot.config;

import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;

/**
 * An archive as configured, not yet opened. Immutable.
 *
 * @param <S> what the file may say for this kind of archive
 */
public record ArchiveConfig<S extends Record>(ArchiveSource.Factory<S> factory, S settings) {
  /** The word that the file uses for this kind of archive. */
  public String type() {
    return factory.type();
  }

  /** From where it is read for the first time where the file does not say. */
  Start firstReading() {
    return factory.firstReading(settings).map(Start::back).orElse(Start.ALL);
  }

  /**
   * Opens the archive; reads nothing yet.
   *
   * @param home what it may use
   * @throws ConnectorException if there is no such archive; the message says what was looked for
   */
  public ArchiveSource open(ArchiveHome home) throws ConnectorException {
    return factory.open(settings, home);
  }
}
