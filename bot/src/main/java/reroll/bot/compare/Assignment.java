package reroll.bot.compare;

import java.util.Arrays;

/**
 * Assigns things of two kinds to each other so that the sum of the gains is the highest (the
 * Hungarian method; Kuhn 1955, Munkres 1957, with potentials). Whatever gains nothing stays alone.
 * Takes the square of the smaller number times the larger in steps. Used once, by one thread.
 */
public final class Assignment {
  /** Stands for nothing in an answer. */
  public static final int NONE = -1;

  /** What it gains to put two together. */
  public interface Gain {
    /** More than 0 where they may be put together, and the more the better. */
    double of(int left, int right);
  }

  private final int rows;
  private final int columns;
  private final double[][] cost;
  private final double[] rowPotential;
  private final double[] columnPotential;

  /** By column, counted from 1; 0 is a column that every row begins with. */
  private final int[] rowOf;

  private Assignment(double[][] cost, int columns) {
    this.cost = cost;
    this.rows = cost.length;
    this.columns = columns;
    rowPotential = new double[rows + 1];
    columnPotential = new double[columns + 1];
    rowOf = new int[columns + 1];
  }

  /**
   * For each of the left ones the right one that it belongs to, or {@link #NONE}.
   *
   * @param gain asked once for each pair
   */
  public static int[] best(int left, int right, Gain gain) {
    boolean turned = left > right;
    int rows = turned ? right : left;
    int columns = turned ? left : right;
    double[][] cost = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        cost[r][c] = -Math.max(0, turned ? gain.of(c, r) : gain.of(r, c));
      }
    }
    int[] found = new int[left];
    Arrays.fill(found, NONE);
    int[] columnOf = new Assignment(cost, columns).solve();
    for (int r = 0; r < rows; r++) {
      if (cost[r][columnOf[r]] < 0) {
        found[turned ? columnOf[r] : r] = turned ? r : columnOf[r];
      }
    }
    return found;
  }

  private int[] solve() {
    for (int row = 1; row <= rows; row++) {
      place(row);
    }
    int[] columnOf = new int[rows];
    for (int c = 1; c <= columns; c++) {
      if (rowOf[c] > 0) {
        columnOf[rowOf[c] - 1] = c - 1;
      }
    }
    return columnOf;
  }

  /** Finds the cheapest chain of moves that leaves a column free for a row, and makes them. */
  private void place(int row) {
    double[] least = new double[columns + 1];
    int[] cameFrom = new int[columns + 1];
    boolean[] seen = new boolean[columns + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowOf[0] = row;
    int at = 0;
    while (rowOf[at] != 0) {
      seen[at] = true;
      look(at, least, cameFrom, seen);
      int next = cheapest(least, seen);
      shift(least[next], least, seen);
      at = next;
    }
    while (at != 0) {
      rowOf[at] = rowOf[cameFrom[at]];
      at = cameFrom[at];
    }
  }

  private void look(int at, double[] least, int[] cameFrom, boolean[] seen) {
    int row = rowOf[at];
    for (int c = 1; c <= columns; c++) {
      if (!seen[c]) {
        double reduced = cost[row - 1][c - 1] - rowPotential[row] - columnPotential[c];
        if (reduced < least[c]) {
          least[c] = reduced;
          cameFrom[c] = at;
        }
      }
    }
  }

  private int cheapest(double[] least, boolean[] seen) {
    int best = 0;
    for (int c = 1; c <= columns; c++) {
      if (!seen[c] && (best == 0 || least[c] < least[best])) {
        best = c;
      }
    }
    return best;
  }

  private void shift(double by, double[] least, boolean[] seen) {
    for (int c = 0; c <= columns; c++) {
      if (seen[c]) {
        rowPotential[rowOf[c]] += by;
        columnPotential[c] -= by;
      } else {
        least[c] -= by;
      }
    }
  }
}
