package reroll.bot.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void noOtherAssignmentGainsMore() {
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      double[][] gains = new double[chance.nextInt(6)][chance.nextInt(6)];
      for (double[] row : gains) {
        java.util.Arrays.setAll(row, at -> chance.nextInt(-6, 7));
      }
      int right = gains.length == 0 ? 0 : gains[0].length;

      int[] best = Assignment.best(gains.length, right, (l, r) -> gains[l][r]);

      assertThat(sum(gains, best)).isCloseTo(most(gains, 0, new HashSet<>()), within(1e-9));
    }
  }

  @Test
  void whatGainsNothingStaysAlone() {
    assertThat(Assignment.best(2, 1, (l, r) -> l == 1 ? 0 : -3))
        .containsExactly(Assignment.NONE, Assignment.NONE);
  }

  @Test
  void aGreedyChoiceIsGivenUpForABetterWhole() {
    double[][] gains = {{10, 9}, {9, 0}};

    assertThat(Assignment.best(2, 2, (l, r) -> gains[l][r])).containsExactly(1, 0);
  }

  private static double sum(double[][] gains, int[] best) {
    double sum = 0;
    Set<Integer> taken = new HashSet<>();
    for (int l = 0; l < best.length; l++) {
      if (best[l] != Assignment.NONE) {
        assertThat(taken.add(best[l])).as("each is taken once").isTrue();
        sum += gains[l][best[l]];
      }
    }
    return sum;
  }

  /** All of them, tried one after the other. */
  private static double most(double[][] gains, int from, Set<Integer> taken) {
    if (from == gains.length) {
      return 0;
    }
    double most = most(gains, from + 1, taken);
    for (int r = 0; r < gains[from].length; r++) {
      if (taken.add(r)) {
        most = Math.max(most, gains[from][r] + most(gains, from + 1, taken));
        taken.remove(r);
      }
    }
    return most;
  }
}
