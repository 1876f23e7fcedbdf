package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastHashesTest {
  /** Few hashes collide often; few places are refilled often. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000})
  void itHoldsWhatASetWouldHoldFromWhichTheOldestGo(int most) {
    Random random = new Random(most);
    Set<Long> expected = new LinkedHashSet<>();
    LastHashes hashes = new LastHashes(most);
    for (int i = 0; i < 20_000; i++) {
      long hash = 1 + random.nextInt(2 * most) * 16L;
      assertThat(hashes.add(hash)).isEqualTo(expected.add(hash));
      if (expected.size() > most) {
        expected.remove(expected.iterator().next());
      }
    }
    assertThat(hashes.all()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void anyHashIsNewOnce(long hash) {
    LastHashes hashes = new LastHashes(10);
    assertThat(hashes.add(hash)).isTrue();
    assertThat(hashes.add(hash)).isFalse();
  }
}
