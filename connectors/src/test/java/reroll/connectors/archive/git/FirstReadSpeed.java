package reroll.connectors.archive.git;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;

/**
 * Measures a first reading of all of an inbox on a server, to be held against {@code git clone
 * --bare} of its epochs. Arguments: the address of the inbox, and a folder for the copies.
 */
final class FirstReadSpeed {
  private static final Logger log = LoggerFactory.getLogger(FirstReadSpeed.class);

  private FirstReadSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "copies");
    long began = System.nanoTime();
    long firstMail = 0;
    int mails = 0;
    try (Http http = new Http("reroll/test", Pace.of(Duration.ZERO, clock));
        ArchiveSource source =
            GitArchive.FACTORY.open(
                new GitArchive.Settings(URI.create(arguments[0])),
                new ArchiveHome(folder, Optional.empty(), http, clock))) {
      Batch batch = source.readAfter(Cursor.START, 500);
      firstMail = System.nanoTime() - began;
      mails += count(batch);
      while (batch.more()) {
        batch = source.readAfter(batch.next(), 500);
        mails += count(batch);
      }
    }
    log.info(
        "{} mails in {} ms, of which the fetch took {} ms",
        mails,
        (System.nanoTime() - began) / 1_000_000,
        firstMail / 1_000_000);
  }

  private static int count(Batch batch) {
    return (int) batch.entries().stream().filter(RawMail.class::isInstance).count();
  }
}
