package reroll.connectors.archive.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;

/**
 * A mail taken out of an mbox.
 *
 * @param separator the line above it: {@code From ann@example.org Mon Mar 2 10:00:00 2026}
 * @param bytes as in {@link RawMail}
 * @param closed whether something behind it shows that all of it is there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MboxMail(MboxPlace place, String separator, byte[] bytes, long size, boolean closed) {
  /** The separator has no zone: its clock may be ahead of the file's by half a day. */
  private static final Duration ZONES = Duration.ofDays(1);

  /**
   * @param fileModified no mail can have arrived later
   */
  ArchiveEntry entry(Instant fileModified) {
    String ref = Long.toString(place.offset());
    Instant arrived =
        FromLine.date(separator)
            .filter(date -> date.isBefore(fileModified.plus(ZONES)))
            .or(() -> ReceivedDate.of(bytes))
            .orElse(fileModified);
    return size == 0 ? new NoMail(ref, arrived) : new RawMail(ref, arrived, bytes, size);
  }

  /** The place behind this mail. */
  MboxCursor cursor() {
    return new MboxCursor(Optional.of(place), Optional.empty());
  }
}
