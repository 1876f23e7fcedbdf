package reroll.connectors.archive.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;

/**
 * A stretch of an epoch's history, cut into shares that are read at the same time, each by one
 * processor: unpacking takes nearly all of a reading. Immutable.
 *
 * @param from the first one
 * @param to behind the last one
 * @param count how many shares, at least 1
 */
record EpochShares(int from, int to, int count) {
  /** Of fewer mails, starting another thread would take as long as reading them. */
  private static final int SMALLEST = 32;

  /** Reads entries one by one, on one thread. */
  interface Hand extends AutoCloseable {
    /** Reads one; empty where it has to be looked for anew. */
    Optional<ArchiveEntry> entry(int index);

    @Override
    void close();
  }

  /** Gives each share its hand. */
  interface Hands {
    Hand next();
  }

  /** As many as this machine has processors, but none that is not worth it. */
  static EpochShares of(int from, int to) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new EpochShares(from, to, Math.max(1, Math.min(processors, (to - from) / SMALLEST)));
  }

  /**
   * Reads all shares.
   *
   * @return in order, without a gap; what follows an entry that a hand could not give, or a share
   *     that was full, is left out. All shares together are full at {@link
   *     ArchiveSource#MAX_BATCH_BYTES}.
   */
  List<ArchiveEntry> read(Hands hands) {
    List<List<ArchiveEntry>> shares =
        IntStream.range(0, count).parallel().mapToObj(share -> read(share, hands)).toList();
    List<ArchiveEntry> entries = new ArrayList<>();
    for (int share = 0; share < count && entries.size() == start(share) - from; share++) {
      entries.addAll(shares.get(share));
    }
    return entries;
  }

  private List<ArchiveEntry> read(int share, Hands hands) {
    List<ArchiveEntry> entries = new ArrayList<>();
    long bytes = 0;
    try (Hand hand = hands.next()) {
      for (int i = start(share); i < start(share + 1) && bytes < mostBytes(); i++) {
        Optional<ArchiveEntry> entry = hand.entry(i);
        if (entry.isEmpty()) {
          break;
        }
        entries.add(entry.get());
        bytes += entry.get() instanceof RawMail mail ? mail.bytes().length : 0;
      }
    }
    return entries;
  }

  private int start(int share) {
    return from + (int) ((long) (to - from) * share / count);
  }

  private int mostBytes() {
    return ArchiveSource.MAX_BATCH_BYTES / count;
  }
}
