package reroll.bot.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two postings of a series side by side. Immutable.
 *
 * @param pairs each patch once: in the order of the newer posting, a dropped one where it stood
 */
public record SeriesComparison(List<PatchPair> pairs) {
  /** Of fewer lines it cannot be told where they came from. */
  private static final int MIN_SPLIT_LINES = 4;

  /** Of what was split off, so much stood in the whole. */
  private static final double SPLIT = 0.8;

  public SeriesComparison {
    pairs = List.copyOf(pairs);
  }

  /** Compares two postings; each in the order of its patches. */
  public static SeriesComparison of(List<PatchForm> left, List<PatchForm> right) {
    return new SeriesComparison(inOrder(left, right, Pairing.of(left, right)));
  }

  /** A dropped patch is told as soon as all before it were, as git-range-diff(1) does. */
  private static List<PatchPair> inOrder(
      List<PatchForm> left, List<PatchForm> right, Pairing pairing) {
    int[] rightOf = pairing.rightOf();
    int[] leftOf = pairing.leftOf();
    List<PatchPair> pairs = new ArrayList<>();
    boolean[] told = new boolean[left.size()];
    int l = 0;
    for (int r = 0; r <= right.size(); r++) {
      while (l < left.size() && (told[l] || rightOf[l] == Assignment.NONE)) {
        if (!told[l]) {
          pairs.add(PatchPair.dropped(left.get(l), whole(left, l, right, leftOf)));
        }
        l++;
      }
      if (r < right.size() && leftOf[r] == Assignment.NONE) {
        pairs.add(PatchPair.isNew(right.get(r), whole(right, r, left, rightOf)));
      } else if (r < right.size()) {
        pairs.add(PatchPair.of(left.get(leftOf[r]), right.get(r), pairing.isByTitle(r)));
        told[leftOf[r]] = true;
      }
    }
    return pairs;
  }

  /**
   * The patch of the other posting that has the lines of this one, where what became of that one
   * has them not: the whole of which this was a part, or is one now.
   */
  private static Optional<PatchForm> whole(
      List<PatchForm> mine, int part, List<PatchForm> other, int[] mineOf) {
    Set<String> lines = telling(mine.get(part));
    if (lines.size() < MIN_SPLIT_LINES) {
      return Optional.empty();
    }
    for (int o = 0; o < other.size(); o++) {
      if (mineOf[o] != Assignment.NONE) {
        Set<String> found = new HashSet<>(lines);
        found.retainAll(telling(other.get(o)));
        found.removeAll(telling(mine.get(mineOf[o])));
        if (found.size() >= SPLIT * lines.size()) {
          return Optional.of(other.get(o));
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> telling(PatchForm patch) {
    Set<String> lines = new HashSet<>();
    for (String line : patch.changedLines()) {
      if (line.strip().length() > MIN_SPLIT_LINES) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Only what became of the patch of this number; empty where there is none. */
  public SeriesComparison only(String number) {
    return new SeriesComparison(pairs.stream().filter(pair -> pair.isNumbered(number)).toList());
  }

  /** How many patches changed so. */
  public int count(PatchChange change) {
    return (int) pairs.stream().filter(pair -> pair.change() == change).count();
  }
}
