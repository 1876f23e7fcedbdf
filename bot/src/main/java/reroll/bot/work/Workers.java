package reroll.bot.work;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do work now, later or again. Work that throws is logged; work that comes while they
 * stop is left undone. Thread-safe.
 */
public final class Workers {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  private final String name;
  private final ScheduledThreadPoolExecutor threads;

  /**
   * Makes workers.
   *
   * @param name what they do, for the log
   */
  public Workers(String name, int count) {
    this.name = name;
    threads = new ScheduledThreadPoolExecutor(count, task -> new Thread(task, name));
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    threads.setRemoveOnCancelPolicy(true);
  }

  public void now(Runnable work) {
    after(Duration.ZERO, work);
  }

  public void after(Duration wait, Runnable work) {
    try {
      Future<?> begun =
          threads.schedule(() -> logged(work), wait.toMillis(), TimeUnit.MILLISECONDS);
      log.trace("{}: {}", name, begun);
    } catch (RejectedExecutionException stopping) {
      log.debug("{}: stopping, work is left undone", name);
    }
  }

  /** Does work again and again, with a wait before each time. */
  public void every(Duration wait, Runnable work) {
    after(
        wait,
        () -> {
          logged(work);
          every(wait, work);
        });
  }

  private void logged(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      log.error("{}: work failed, please report it", name, bug);
    }
  }

  /** Stops at once, in the middle of work. */
  public void abort() {
    threads.shutdownNow();
  }

  /** Waits until those who were stopped are at rest, {@code patience} at most. */
  public void awaitRest(Duration patience) throws InterruptedException {
    if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      log.debug("{}: work goes on though it was told to stop", name);
    }
  }

  /**
   * Lets work that has begun come to its end, and begins no more.
   *
   * @return whether all came to its end within {@code patience}; if not, it was cut off
   */
  public boolean finish(Duration patience) throws InterruptedException {
    threads.shutdown();
    boolean ended = threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    threads.shutdownNow();
    return ended;
  }
}
