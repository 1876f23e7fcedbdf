package reroll.connectors.archive;

import java.util.List;

/**
 * What one read gave.
 *
 * @param entries in the archive's order, oldest first; may be empty
 * @param next where to read on; to be saved together with what these entries caused
 * @param more whether the archive held more at the time of the read
 */
public record Batch(List<ArchiveEntry> entries, Cursor next, boolean more) {
  public Batch {
    entries = List.copyOf(entries);
  }

  /** A read that found nothing new. */
  public static Batch nothingAfter(Cursor cursor) {
    return new Batch(List.of(), cursor, false);
  }
}
