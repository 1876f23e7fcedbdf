package reroll.connectors.archive.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** Opens what a test just wrote as if it had been written long ago. */
final class AnHourLater {
  private static final Clock CLOCK = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  private AnHourLater() {}

  static ArchiveSource open(Path path) throws ConnectorException {
    return FilesArchive.FACTORY.open(new FilesArchive.Settings(path), TestHome.at(path, CLOCK));
  }
}
