package reroll.bot.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest(name = "after {0} failures {1} s")
  @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "11, 300", "1000000, 300"})
  void theWaitDoublesUpToFiveMinutes(int failures, int seconds) {
    assertThat(Backoff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aSpreadWaitIsUpToAQuarterLonger() {
    long seed = System.nanoTime();
    Duration wait = Duration.ofSeconds(100);
    List<Duration> spread =
        new SplittableRandom(seed)
            .longs(100)
            .mapToObj(n -> Backoff.spread(wait, new SplittableRandom(n)))
            .toList();

    assertThat(spread).as("seed %d", seed).allMatch(w -> !w.minus(wait).isNegative());
    assertThat(spread).as("seed %d", seed).allMatch(w -> w.compareTo(wait.plusSeconds(25)) <= 0);
    assertThat(spread.stream().distinct().count()).as("seed %d", seed).isGreaterThan(50);
  }
}
