package reroll.bot.series;

import java.util.Arrays;

/**
 * A small set of texts, each known by 32 bits of its hash: such sets are compared millions of times
 * and kept for years, and of two sets of 100 texts one pair is alike by chance in 400,000 times.
 * Immutable.
 */
final class Hashes {
  static final Hashes NONE = new Hashes(new int[0]);

  /** Ascending, without repeats. */
  private final int[] sorted;

  private Hashes(int[] sorted) {
    this.sorted = sorted;
  }

  /** The set of some texts. */
  static Hashes of(Iterable<String> texts) {
    Hashes all = NONE;
    for (String text : texts) {
      all = all.with(Titles.hash(text));
    }
    return all;
  }

  /** This set and one more, by its 64-bit hash. */
  Hashes with(long hash) {
    int folded = (int) (hash ^ (hash >>> 32));
    int at = Arrays.binarySearch(sorted, folded);
    if (at >= 0) {
      return this;
    }
    int insert = -at - 1;
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    System.arraycopy(sorted, insert, more, insert + 1, sorted.length - insert);
    more[insert] = folded;
    return new Hashes(more);
  }

  /** This set and another. */
  Hashes with(Hashes other) {
    if (sorted.length == 0) {
      return other;
    }
    int common = common(other);
    if (common == other.sorted.length) {
      return this;
    }
    int[] both = new int[sorted.length + other.sorted.length - common];
    int mine = 0;
    int theirs = 0;
    for (int i = 0; i < both.length; i++) {
      boolean takesMine =
          theirs == other.sorted.length
              || (mine < sorted.length && sorted[mine] <= other.sorted[theirs]);
      both[i] = takesMine ? sorted[mine] : other.sorted[theirs];
      theirs += theirs < other.sorted.length && other.sorted[theirs] == both[i] ? 1 : 0;
      mine += takesMine ? 1 : 0;
    }
    return new Hashes(both);
  }

  int size() {
    return sorted.length;
  }

  /** How many texts both have. */
  int common(Hashes other) {
    int common = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < sorted.length && theirs < other.sorted.length) {
      int order = Integer.compare(sorted[mine], other.sorted[theirs]);
      common += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
