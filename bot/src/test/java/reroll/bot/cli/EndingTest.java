package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EndingTest {
  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void whatEndsInTimeIsWaitedFor() {
    AtomicBoolean ended = new AtomicBoolean();

    new Ending(() -> ended.set(true), LONG).run();

    assertThat(ended).isTrue();
  }

  @Test
  void whatNeverEndsIsLeftAsItIs() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);

    new Ending(() -> waitFor(begun, never, interrupted), Duration.ofMillis(1)).run();

    assertThat(begun.await(1, TimeUnit.DAYS)).isTrue();
    assertThat(interrupted.getCount()).as("nobody stops it half done").isEqualTo(1);
    never.countDown();
  }

  private static void waitFor(
      CountDownLatch begun, CountDownLatch never, CountDownLatch interrupted) {
    begun.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }
}
