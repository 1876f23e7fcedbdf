package reroll.bot.cli;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends something well if that does not take too long, and otherwise leaves it as it is: on a
 * machine without time for it, saving a large state would last until the process is killed from
 * outside. Everything it knows is in the journal already.
 *
 * @param work ends it; may go on on a thread that keeps no process alive
 * @param most how long it is waited for
 */
record Ending(Runnable work, Duration most) implements Runnable {
  /** Who stops a container kills it after ten seconds; on a busy machine Java itself needs one. */
  static final Duration BEFORE_BEING_KILLED = Duration.ofSeconds(8);

  private static final Logger log = LoggerFactory.getLogger(Ending.class);

  @Override
  public void run() {
    Thread ending = new Thread(work, "end");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(most.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (ending.isAlive()) {
      log.warn(
          "there is no time to save the state whole; the next start takes it from the journal");
    }
  }
}
