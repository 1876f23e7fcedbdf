package reroll.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The right to ask a host one thing. It ends once: when the answer is closed or has come to its
 * end, or when nobody used it for so long that its holder must have forgotten it. Thread-safe.
 */
final class Turn {
  /** Nobody who still wants an answer leaves it alone for so long. */
  static final Duration LOST_AFTER = Duration.ofMinutes(15);

  /** Told at the end whether anything was asked. */
  private final Consumer<Boolean> end;

  private final Pace pace;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Instant used;

  Turn(Consumer<Boolean> end, Pace pace) {
    this.end = end;
    this.pace = pace;
    this.used = pace.now();
  }

  /** One for which nobody waits. */
  static Turn ofNobody(Pace pace) {
    return new Turn(asked -> {}, pace);
  }

  /** Says that somebody still reads. */
  void use() {
    used = pace.now();
  }

  boolean isLost() {
    return !over.get() && used.plus(LOST_AFTER).isBefore(pace.now());
  }

  /** Lets the next one go, after the gap. */
  void leave() {
    if (over.compareAndSet(false, true)) {
      end.accept(true);
    }
  }

  /** Lets the next one go at once: nothing was asked. */
  void giveBack() {
    if (over.compareAndSet(false, true)) {
      end.accept(false);
    }
  }
}
