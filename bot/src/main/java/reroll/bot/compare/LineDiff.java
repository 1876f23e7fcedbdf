package reroll.bot.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way from one text to another in removed and added lines (Myers 1986, "An O(ND)
 * Difference Algorithm"). Texts that have little in common are compared piece by piece, so that the
 * work stays below {@link #MAX_EDITS} steps a line; the way is then not always the shortest. Used
 * once, by one thread.
 */
final class LineDiff {
  /** Patches of people change fewer lines; the memory that is needed grows with the square. */
  static final int MAX_EDITS = 1_000;

  /**
   * Lines {@code [from, to)} of one text in the place of some of the other; either may be empty.
   */
  record Edit(int leftFrom, int leftTo, int rightFrom, int rightTo) {}

  private final int[] left;
  private final int[] right;
  private final List<Edit> edits = new ArrayList<>();

  private LineDiff(int[] left, int[] right) {
    this.left = left;
    this.right = right;
  }

  /** All places in which two texts differ, from the first to the last. */
  static List<Edit> between(int[] left, int[] right) {
    LineDiff diff = new LineDiff(left, right);
    int x = 0;
    int y = 0;
    while (x < left.length || y < right.length) {
      int[] reached = diff.piece(x, y);
      x = reached[0];
      y = reached[1];
    }
    return diff.edits;
  }

  /** Goes on from a place as far as {@link #MAX_EDITS} lead; returns where that is. */
  private int[] piece(int startX, int startY) {
    int n = left.length - startX;
    int m = right.length - startY;
    int most = Math.min(n + m, MAX_EDITS);
    int[] far = new int[2 * most + 3]; // by diagonal, shifted by most + 1
    List<int[]> history = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      history.add(java.util.Arrays.copyOfRange(far, most + 1 - d - 1, most + 1 + d + 2));
      for (int k = -d; k <= d; k += 2) {
        int x = next(far, most + 1 + k, d, k);
        int y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && same(startX + x, startY + y)) {
          x++;
          y++;
        }
        far[most + 1 + k] = x;
        if (x >= n && y >= m) {
          return follow(history, k, n, startX, startY);
        }
      }
    }
    int best = farthest(far, most, n, m);
    return follow(history, best, far[most + 1 + best], startX, startY);
  }

  private boolean same(int x, int y) {
    return left[x] == right[y];
  }

  /** Down from the diagonal above or right from the one below, whichever is farther on. */
  private static int next(int[] far, int at, int d, int k) {
    if (d == 0) {
      return 0;
    }
    boolean down = k == -d || (k != d && far[at - 1] < far[at + 1]);
    return down ? far[at + 1] : far[at - 1] + 1;
  }

  private static int farthest(int[] far, int most, int n, int m) {
    int best = 0;
    int bestSum = -1;
    for (int k = -most; k <= most; k += 2) {
      int x = far[most + 1 + k];
      int y = x - k;
      if (x <= n && y <= m && y >= 0 && x + y > bestSum) {
        bestSum = x + y;
        best = k;
      }
    }
    return best;
  }

  /** Walks back along the way that led to {@code x} on diagonal {@code k}, and notes its edits. */
  private int[] follow(List<int[]> history, int k, int x, int startX, int startY) {
    int[] reached = {startX + x, startY + x - k};
    List<Edit> back = new ArrayList<>();
    int atK = k;
    for (int d = history.size() - 1; d > 0; d--) {
      int[] far = history.get(d); // before step d; diagonal j stands at j + d + 1
      boolean down = atK == -d || (atK != d && far[atK - 1 + d + 1] < far[atK + 1 + d + 1]);
      int before = down ? atK + 1 : atK - 1;
      int x0 = startX + far[before + d + 1];
      int y0 = x0 - startX - before + startY;
      back.add(down ? new Edit(x0, x0, y0, y0 + 1) : new Edit(x0, x0 + 1, y0, y0));
      atK = before;
    }
    for (int i = back.size() - 1; i >= 0; i--) {
      add(back.get(i));
    }
    return reached;
  }

  private void add(Edit edit) {
    Edit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
    if (last != null && last.leftTo == edit.leftFrom && last.rightTo == edit.rightFrom) {
      edits.set(
          edits.size() - 1, new Edit(last.leftFrom, edit.leftTo, last.rightFrom, edit.rightTo));
    } else {
      edits.add(edit);
    }
  }
}
