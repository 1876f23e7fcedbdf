package reroll.bot.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reroll.bot.compare.LineDiff.Edit;

/**
 * Finds which patch of one posting became which of another, as git-range-diff(1) describes it:
 * patches with equal code belong together; of the others, those whose diffs differ by fewer lines
 * than it would take to drop the one and write the other, chosen so that the sum is least. What is
 * left and has the same title belongs together all the same, which git leaves apart. Used once, by
 * one thread.
 */
final class Pairing {
  /** git's default: what it costs to write a patch, in hundredths of its lines. */
  private static final int CREATION_FACTOR = 60;

  /** Longer series are a robot's; what of them has neither code nor title in common stays apart. */
  static final int MAX_ASSIGNED = 400;

  /** As many lines are compared with each other for one pairing; then titles have to do. */
  static final long MAX_LINES = 2_000_000;

  private final List<PatchForm> left;
  private final List<PatchForm> right;
  private final List<int[]> leftCode;
  private final List<int[]> rightCode;
  private final int[] rightOf;
  private final boolean[] taken;
  private final boolean[] byTitle;
  private long compared;

  private Pairing(List<PatchForm> left, List<PatchForm> right) {
    this.left = left;
    this.right = right;
    LineNumbers numbers = new LineNumbers();
    leftCode = left.stream().map(patch -> numbers.of(patch.code())).toList();
    rightCode = right.stream().map(patch -> numbers.of(patch.code())).toList();
    rightOf = new int[left.size()];
    Arrays.fill(rightOf, Assignment.NONE);
    taken = new boolean[right.size()];
    byTitle = new boolean[right.size()];
  }

  /** Finds it for two postings. */
  static Pairing of(List<PatchForm> left, List<PatchForm> right) {
    Pairing pairing = new Pairing(left, right);
    pairing.equalCode();
    pairing.likeCode();
    pairing.equalTitles();
    return pairing;
  }

  /** For each of the left patches the right one that it became, or {@link Assignment#NONE}. */
  int[] rightOf() {
    return rightOf.clone();
  }

  /** For each of the right patches the left one that it was, or {@link Assignment#NONE}. */
  int[] leftOf() {
    int[] leftOf = new int[right.size()];
    Arrays.fill(leftOf, Assignment.NONE);
    for (int l = 0; l < rightOf.length; l++) {
      if (rightOf[l] != Assignment.NONE) {
        leftOf[rightOf[l]] = l;
      }
    }
    return leftOf;
  }

  /** Whether a right patch has but the title of the left one. */
  boolean isByTitle(int r) {
    return byTitle[r];
  }

  private void equalCode() {
    Map<List<String>, List<Integer>> byCode = new HashMap<>();
    for (int l = 0; l < left.size(); l++) {
      if (!left.get(l).code().isEmpty()) {
        byCode.computeIfAbsent(left.get(l).code(), code -> new ArrayList<>(1)).add(l);
      }
    }
    for (int r = 0; r < right.size(); r++) {
      List<Integer> same = byCode.getOrDefault(right.get(r).code(), List.of());
      if (!same.isEmpty()) {
        join(same.remove(0), r);
      }
    }
  }

  private void join(int l, int r) {
    rightOf[l] = r;
    taken[r] = true;
  }

  private void likeCode() {
    List<Integer> lefts = leftOver(left, l -> rightOf[l] == Assignment.NONE);
    List<Integer> rights = leftOver(right, r -> !taken[r]);
    if (lefts.size() > MAX_ASSIGNED || rights.size() > MAX_ASSIGNED) {
      return;
    }
    int[] best =
        Assignment.best(lefts.size(), rights.size(), (l, r) -> gain(lefts.get(l), rights.get(r)));
    for (int l = 0; l < best.length; l++) {
      if (best[l] != Assignment.NONE) {
        join(lefts.get(l), rights.get(best[l]));
      }
    }
  }

  private interface Such {
    boolean is(int index);
  }

  private static List<Integer> leftOver(List<PatchForm> patches, Such such) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      if (such.is(i) && !patches.get(i).code().isEmpty()) {
        found.add(i);
      }
    }
    return found;
  }

  /** How many lines fewer it takes to change the one into the other than to write it anew. */
  private double gain(int l, int r) {
    int[] before = leftCode.get(l);
    int[] now = rightCode.get(r);
    int anew = before.length * CREATION_FACTOR / 100 + now.length * CREATION_FACTOR / 100;
    if (unlike(before, now) >= anew || compared > MAX_LINES) {
      return 0;
    }
    compared += before.length + now.length;
    List<Edit> edits = LineDiff.between(before, now);
    return anew - Hunks.size(edits, before.length);
  }

  /** Lines that only one of them has: no way from one to the other is shorter. */
  private static int unlike(int[] before, int[] now) {
    int[] a = before.clone();
    int[] b = now.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    int common = 0;
    int x = 0;
    int y = 0;
    while (x < a.length && y < b.length) {
      int order = Integer.compare(a[x], b[y]);
      common += order == 0 ? 1 : 0;
      x += order <= 0 ? 1 : 0;
      y += order >= 0 ? 1 : 0;
    }
    return a.length + b.length - 2 * common;
  }

  private void equalTitles() {
    for (int l = 0; l < left.size(); l++) {
      for (int r = 0; r < right.size() && rightOf[l] == Assignment.NONE; r++) {
        if (!taken[r] && left.get(l).titleKey().equals(right.get(r).titleKey())) {
          join(l, r);
          byTitle[r] = !left.get(l).code().isEmpty() || !right.get(r).code().isEmpty();
        }
      }
    }
  }
}
