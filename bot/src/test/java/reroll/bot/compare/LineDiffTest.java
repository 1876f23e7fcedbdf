package reroll.bot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reroll.BoundedWork;
import reroll.bot.compare.LineDiff.Edit;

class LineDiffTest {
  @Test
  void theEditsMakeTheOneOfTheOtherInTheFewestLines() {
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      int[] before = lines(chance, chance.nextInt(12), 4);
      int[] now = lines(chance, chance.nextInt(12), 4);
      List<Edit> edits = LineDiff.between(before, now);

      assertThat(applied(before, now, edits)).containsExactly(boxed(now));
      assertThat(lines(edits)).isEqualTo(before.length + now.length - 2 * common(before, now));
    }
  }

  @Test
  void textsThatHaveLittleInCommonAreStillMadeOfEachOther() {
    SplittableRandom chance = new SplittableRandom(2);
    for (int i = 0; i < 20; i++) {
      int[] before = lines(chance, 3_000, 400);
      int[] now = lines(chance, 2_500, 400);

      assertThat(applied(before, now, LineDiff.between(before, now))).containsExactly(boxed(now));
    }
  }

  @Test
  void equalTextsHaveNoEdits() {
    assertThat(LineDiff.between(new int[] {1, 2}, new int[] {1, 2})).isEmpty();
    assertThat(LineDiff.between(new int[0], new int[0])).isEmpty();
  }

  @Test
  void neighbouringLinesAreOneEdit() {
    assertThat(LineDiff.between(new int[] {1, 2, 3, 4}, new int[] {1, 5, 6, 4}))
        .containsExactly(new Edit(1, 3, 1, 3));
  }

  @Test
  @BoundedWork(seconds = 20)
  void whatIsWhollyDifferentTakesBoundedWork() {
    int[] before = new SplittableRandom(1).ints(40_000, 0, 1 << 30).toArray();
    int[] now = new SplittableRandom(2).ints(40_000, 0, 1 << 30).toArray();

    assertThat(lines(LineDiff.between(before, now))).isEqualTo(80_000);
  }

  private static int[] lines(SplittableRandom chance, int count, int kinds) {
    return chance.ints(count, 0, kinds).toArray();
  }

  private static List<Integer> applied(int[] before, int[] now, List<Edit> edits) {
    List<Integer> made = new ArrayList<>();
    int at = 0;
    for (Edit edit : edits) {
      for (; at < edit.leftFrom(); at++) {
        made.add(before[at]);
      }
      for (int i = edit.rightFrom(); i < edit.rightTo(); i++) {
        made.add(now[i]);
      }
      at = edit.leftTo();
    }
    for (; at < before.length; at++) {
      made.add(before[at]);
    }
    return made;
  }

  private static int lines(List<Edit> edits) {
    return edits.stream()
        .mapToInt(e -> e.leftTo() - e.leftFrom() + e.rightTo() - e.rightFrom())
        .sum();
  }

  /** The length of the longest common subsequence, the slow way. */
  private static int common(int[] a, int[] b) {
    int[][] longest = new int[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        longest[i][j] =
            a[i - 1] == b[j - 1]
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[a.length][b.length];
  }

  private static Integer[] boxed(int[] lines) {
    return java.util.Arrays.stream(lines).boxed().toArray(Integer[]::new);
  }
}
