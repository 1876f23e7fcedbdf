package reroll.bot.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import reroll.connectors.chat.Incoming;

/**
 * Where a chat brings what was said. While no bot listens, whoever brings something waits: the chat
 * has not got rid of it so far, so nothing is lost between two bots. Thread-safe.
 */
final class Inbox implements Consumer<Incoming> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by the lock, as all that follows. */
  private Optional<Consumer<Incoming>> bot = Optional.empty();

  private int inside;

  /** From now on this bot is told. */
  void open(Consumer<Incoming> listener) {
    lock.lock();
    try {
      bot = Optional.of(listener);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** From now on no bot is told; returns when none is, or when {@code patience} is over. */
  void shut(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      bot = Optional.empty();
      long left = patience.toNanos();
      while (inside > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void accept(Incoming said) {
    Consumer<Incoming> listener = enter();
    try {
      listener.accept(said);
    } finally {
      leave();
    }
  }

  private Consumer<Incoming> enter() {
    lock.lock();
    try {
      while (bot.isEmpty()) {
        changed.await(1, TimeUnit.DAYS);
      }
      inside++;
      return bot.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // Not taken: a chat that delivers again does so.
      throw new IllegalStateException("the chat ends while no bot listens", e);
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      inside--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
