package reroll.bot.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest(name = "after {0} failures {1} s")
  @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "11, 300", "1000000, 300"})
  void theWaitDoublesUpToFiveMinutes(int failures, int seconds) {
    assertThat(Backoff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
