package reroll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every target stands what it is given: its seeds, what was found once, and something near them.
 */
class FuzzTargetsTest {
  private static final int MUTATIONS = 300;

  static List<FuzzTarget> targets() {
    return FuzzTarget.ALL;
  }

  @ParameterizedTest
  @MethodSource("targets")
  void seedsAndFindingsAreStood(FuzzTarget target) throws Throwable {
    List<byte[]> seeds = target.seeds();
    assertThat(seeds).isNotEmpty();
    for (byte[] seed : seeds) {
      target.take(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatIsNearASeedIsStood(FuzzTarget target) throws Throwable {
    long chance = System.nanoTime();
    SplittableRandom random = new SplittableRandom(chance);
    List<byte[]> seeds = target.seeds();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = Mutation.of(seeds, random);
      try {
        target.take(bytes);
      } catch (Throwable found) {
        String text = Base64.getEncoder().encodeToString(bytes);
        throw new AssertionError("seed " + chance + ", bytes " + text, found);
      }
    }
  }
}
