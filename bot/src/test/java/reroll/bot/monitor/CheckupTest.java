package reroll.bot.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckupTest {
  @Test
  void aStuckBotIsSaidToBeStuckAndNotAskedAgainUntilItAnswers() throws Exception {
    CountDownLatch freed = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    try (Checkup checkup = new Checkup(Duration.ofMillis(1))) {
      checkup.watch(
          () -> {
            questions.incrementAndGet();
            freed.await();
            return Figures.good();
          });
      for (int i = 0; i < 5; i++) {
        assertThat(checkup.lives().good()).isFalse();
        assertThat(checkup.lives().text()).startsWith("The bot is stuck: its state thread has");
      }
      assertThat(questions).hasValueLessThanOrEqualTo(1);
      freed.countDown();
      await().until(() -> checkup.lives().good());
    }
  }
}
