package reroll.bot.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/** One archive read from its beginning to its end, for commands that answer and are done. */
final class ArchiveScan {
  /** One entry of the archive, in order. */
  record Place(String ref, Instant at) {}

  private final String list;
  private final SeriesTracker tracker = new SeriesTracker(Integer.MAX_VALUE);
  private final List<Place> places = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final Progress progress;

  private ArchiveScan(String list, Progress progress) {
    this.list = list;
    this.progress = progress;
  }

  /**
   * Reads all of an archive.
   *
   * @throws ConnectorException if it cannot be read to its end
   */
  static ArchiveScan of(String list, ArchiveSource source, Clock clock, Progress progress)
      throws ConnectorException, InterruptedException {
    ArchiveScan scan = new ArchiveScan(list, progress);
    ExecutorService parsers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      new Intake(list, source, parsers, clock, Instant.EPOCH).readAll(Cursor.START, scan::take);
    } finally {
      parsers.shutdownNow();
      progress.end();
    }
    return scan;
  }

  private void take(IntakeBatch batch) {
    for (IntakeEntry entry : batch.entries()) {
      places.add(new Place(entry.ref(), entry.at()));
      if (entry instanceof IntakeEntry.Read read) {
        tracker.accept(read.facts(), new Arrival(list, read.ref(), read.at()));
      } else if (entry instanceof IntakeEntry.Broken lost) {
        broken.add(lost.ref() + ": " + lost.why());
      }
    }
    progress.reached(places.size());
  }

  String list() {
    return list;
  }

  SeriesTracker tracker() {
    return tracker;
  }

  /** All entries in order of arrival, those without a mail included. */
  List<Place> places() {
    return places;
  }

  /** Mails that could not be read, one sentence each. */
  List<String> broken() {
    return broken;
  }
}
