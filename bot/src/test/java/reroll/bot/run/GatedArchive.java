package reroll.bot.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/** An archive as it was at the hour of a clock: what arrived later is not there yet. */
final class GatedArchive implements ArchiveSource {
  private final ArchiveSource whole;
  private final Clock clock;
  private Optional<Instant> next = Optional.empty();

  GatedArchive(ArchiveSource whole, Clock clock) {
    this.whole = whole;
    this.clock = clock;
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    List<ArchiveEntry> entries = new ArrayList<>();
    Cursor at = cursor;
    next = Optional.empty();
    while (entries.size() < most) {
      Batch one = whole.readAfter(at, 1);
      if (one.entries().isEmpty()) {
        return new Batch(entries, one.next(), false);
      }
      Instant arrived = one.entries().get(0).arrived();
      if (arrived.isAfter(clock.instant())) {
        next = Optional.of(arrived);
        return new Batch(entries, at, false);
      }
      entries.addAll(one.entries());
      at = one.next();
    }
    return new Batch(entries, at, true);
  }

  /** When the first mail arrives that the last reading did not see; empty where none does. */
  Optional<Instant> next() {
    return next;
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException {
    return whole.read(ref);
  }

  @Override
  public void close() {
    whole.close();
  }
}
