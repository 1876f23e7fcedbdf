package reroll.bot.state;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hashes that were added last, each once: a ring in their order, and a table to find them in. A
 * set of boxed numbers takes four times the room. One thread.
 */
final class LastHashes {
  /** Stands for nothing in the table, so it is taken for the hash beside it. */
  private static final long NONE = 0;

  private final int most;
  private long[] ring = new long[16];
  private int oldest;
  private int size;

  /** By their low bits, or behind those; at most half full, and a power of two. */
  private long[] table = new long[32];

  LastHashes(int most) {
    this.most = most;
  }

  /** Adds a hash, for which the oldest may have to go; false if it is there already. */
  boolean add(long added) {
    long hash = added == NONE ? 1 : added;
    int free = find(hash);
    if (table[free] == hash) {
      return false;
    }
    if (size == most) {
      remove(ring[oldest]);
      oldest = next(oldest, ring);
      size--;
    }
    grow();
    ring[(oldest + size++) % ring.length] = hash;
    table[find(hash)] = hash;
    return true;
  }

  /** Where a hash stands, or where it would. */
  private int find(long hash) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != NONE && table[at] != hash) {
      at = next(at, table);
    }
    return at;
  }

  private static int next(int at, long[] array) {
    return at + 1 == array.length ? 0 : at + 1;
  }

  /** What stands behind it without a gap may have been kept off its own place. */
  private void remove(long hash) {
    int at = find(hash);
    table[at] = NONE;
    for (int behind = next(at, table); table[behind] != NONE; behind = next(behind, table)) {
      long moved = table[behind];
      table[behind] = NONE;
      table[find(moved)] = moved;
    }
  }

  /** A ring that is not full yet has its oldest in front. */
  private void grow() {
    if (size == ring.length) {
      ring = Arrays.copyOf(ring, Math.min(most, 2 * size));
    }
    if (2 * (size + 1) > table.length) {
      table = new long[2 * table.length];
      all().forEach(hash -> table[find(hash)] = hash);
    }
  }

  /** The oldest first. */
  List<Long> all() {
    return IntStream.range(0, size).mapToObj(i -> ring[(oldest + i) % ring.length]).toList();
  }
}
