package reroll.bot.mail;

import java.util.Arrays;

/**
 * A small likeness of a set of lines: the lowest hashes of them all (a bottom-k sketch, Broder
 * 1997). Two sketches tell how much of their sets is common, within about 0.1 for large sets and
 * exactly for sets of up to {@link #SIZE} lines. Immutable.
 */
public final class Sketch {
  /** More hashes make estimates finer and every patch in memory larger: 4 bytes each. */
  public static final int SIZE = 24;

  public static final Sketch EMPTY = new Sketch(new int[0]);

  /** Ascending, without repeats. */
  private final int[] lowest;

  private Sketch(int[] lowest) {
    this.lowest = lowest;
  }

  /**
   * The sketch whose hashes were kept by {@link #toArray}.
   *
   * @param hashes taken over, not copied, as a start has them by the hundred thousand: nobody else
   *     may hold the array
   */
  public static Sketch of(int... hashes) {
    if (hashes.length <= SIZE && isAscending(hashes)) {
      return hashes.length == 0 ? EMPTY : new Sketch(hashes);
    }
    Builder sketch = new Builder();
    for (int hash : hashes) {
      sketch.add(hash);
    }
    return sketch.build();
  }

  private static boolean isAscending(int... hashes) {
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i - 1] >= hashes[i]) {
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return lowest.length == 0;
  }

  /** The sketch of both sets together. */
  public Sketch with(Sketch other) {
    if (other.isEmpty()) {
      return this;
    }
    int[] both = Arrays.copyOf(lowest, lowest.length + other.lowest.length);
    System.arraycopy(other.lowest, 0, both, lowest.length, other.lowest.length);
    return of(both);
  }

  /**
   * How much is common of what either has: 0 to 1; 0 where one is empty. Of the lowest hashes of
   * both together, those that stand in both are counted.
   */
  public double likeness(Sketch other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    int common = 0;
    int all = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < lowest.length && theirs < other.lowest.length && all < SIZE) {
      int order = Integer.compare(lowest[mine], other.lowest[theirs]);
      common += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
      all++;
    }
    // Behind the end of a full sketch nothing is known; behind the end of a small set is nothing.
    boolean mineEnded = mine == lowest.length && lowest.length < SIZE;
    boolean theirsEnded = theirs == other.lowest.length && other.lowest.length < SIZE;
    int rest = mineEnded ? other.lowest.length - theirs : theirsEnded ? lowest.length - mine : 0;
    return (double) common / Math.min(SIZE, all + rest);
  }

  public int[] toArray() {
    return lowest.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch && Arrays.equals(lowest, sketch.lowest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lowest);
  }

  /** Collects hashes; most are above the lowest ones and cost one comparison. */
  static final class Builder {
    private final int[] kept = new int[SIZE];
    private int size;

    void add(int hash) {
      if (size == SIZE && hash >= kept[SIZE - 1]) {
        return;
      }
      int at = Arrays.binarySearch(kept, 0, size, hash);
      if (at >= 0) {
        return;
      }
      int insert = -at - 1;
      int moved = Math.min(size, SIZE - 1) - insert;
      System.arraycopy(kept, insert, kept, insert + 1, moved);
      kept[insert] = hash;
      size = Math.min(size + 1, SIZE);
    }

    Sketch build() {
      return size == 0 ? EMPTY : new Sketch(Arrays.copyOf(kept, size));
    }
  }
}
