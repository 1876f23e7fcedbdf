package reroll.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;

/** Reads, parses and tracks all of a bare git repository, as the program does. */
final class ArchiveReading {
  private ArchiveReading() {}

  static SeriesTracker of(Path archive, Executor parsers) throws Exception {
    SeriesTracker tracker = new SeriesTracker(Integer.MAX_VALUE);
    try (ArchiveSource source =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(archive))) {
      new Intake("bench", source, parsers, Clock.systemUTC(), Instant.EPOCH)
          .readAll(Cursor.START, batch -> track(batch, tracker));
    }
    return tracker;
  }

  private static void track(IntakeBatch batch, SeriesTracker tracker) {
    for (IntakeEntry entry : batch.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        tracker.accept(read.facts(), new Arrival(batch.list(), read.ref(), read.at()));
      }
    }
  }
}
