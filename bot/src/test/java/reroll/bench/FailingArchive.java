package reroll.bench;

import java.util.Optional;
import java.util.Random;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/** An archive that cannot be read now and then. */
final class FailingArchive implements ArchiveSource {
  private final ArchiveSource archive;
  private final Random random;
  private final double failures;

  FailingArchive(ArchiveSource archive, long seed, double failures) {
    this.archive = archive;
    this.random = new Random(seed);
    this.failures = failures;
  }

  private void failPerhaps() throws ConnectorException {
    if (random.nextDouble() < failures) {
      throw ConnectorException.notSent("it cannot be read now", null);
    }
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    failPerhaps();
    return archive.readAfter(cursor, most);
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException {
    failPerhaps();
    return archive.read(ref);
  }

  @Override
  public void close() {
    archive.close();
  }
}
