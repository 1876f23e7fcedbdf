package reroll.connectors.archive.files;

import java.util.ArrayList;
import java.util.List;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;

/** Gathers a batch up to its limits: the number asked for, and the bytes a batch may have. */
final class Page {
  private final int most;
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private long bytes;

  Page(int most) {
    this.most = most;
  }

  void add(ArchiveEntry entry) {
    entries.add(entry);
    bytes += entry instanceof RawMail mail ? mail.bytes().length : 0;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isFull() {
    return entries.size() >= most || bytes >= ArchiveSource.MAX_BATCH_BYTES;
  }

  Batch batch(Cursor next, boolean more) {
    return new Batch(entries, next, more);
  }
}
