package reroll.bot.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reroll.bot.digest.Window;
import reroll.bot.intake.FirstReadingGauge;
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
  /** More mails that could not be read are only counted. */
  static final int MAX_GAPS = 5;

  /** One entry of the archive, in order. */
  record Place(String ref, Instant at) {}

  /** A mail that could not be read. */
  private record Lost(Place place, String why) {
    @Override
    public String toString() {
      return why.contains(place.ref()) ? why : place.ref() + ": " + why;
    }
  }

  private final String list;
  private final SeriesTracker tracker = new SeriesTracker(Integer.MAX_VALUE);
  private final List<Place> places = new ArrayList<>();
  private final List<Lost> broken = new ArrayList<>();

  private ArchiveScan(String list) {
    this.list = list;
  }

  /**
   * Reads all of an archive.
   *
   * @throws ConnectorException if it cannot be read to its end
   */
  static ArchiveScan of(String list, ArchiveSource source, Clock clock, Progress progress)
      throws ConnectorException, InterruptedException {
    ArchiveScan scan = new ArchiveScan(list);
    FirstReadingGauge gauge = new FirstReadingGauge(list, clock.instant(), progress);
    ExecutorService parsers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      new Intake(list, source, parsers, clock, Instant.EPOCH)
          .<RuntimeException>readAll(
              Cursor.START,
              batch -> {
                scan.take(batch);
                gauge.reached(batch, clock.instant());
              });
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
        broken.add(new Lost(new Place(lost.ref(), lost.at()), lost.why()));
      }
    }
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
    return broken.stream().map(Lost::toString).toList();
  }

  /** What a digest of this window cannot know, one sentence each. */
  List<String> gaps(Window window) {
    List<String> gaps = new ArrayList<>();
    if (!places.isEmpty() && window.isBefore(places.get(0).at())) {
      gaps.add("the archive begins at " + window.minute(places.get(0).at()));
    }
    List<Lost> inside =
        broken.stream()
            .filter(lost -> window.holds(lost.place().ref(), lost.place().at()))
            .toList();
    inside.stream().limit(MAX_GAPS).forEach(lost -> gaps.add(lost.toString()));
    if (inside.size() > MAX_GAPS) {
      gaps.add(inside.size() - MAX_GAPS + " more mails could not be read");
    }
    return gaps;
  }
}
