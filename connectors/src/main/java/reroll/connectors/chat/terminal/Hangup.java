package reroll.connectors.chat.terminal;

import org.jline.utils.Signals;

/**
 * The signal SIGHUP. To a program at a terminal it says that the terminal is gone; to one that runs
 * without, by custom, that its configuration is to be read again.
 */
public final class Hangup {
  private Hangup() {}

  /**
   * From now on the signal ends nothing any more but runs this, on a thread of the machine's. Where
   * there is no such signal, nothing happens.
   *
   * @param task must not block
   */
  public static void runs(Runnable task) {
    Signals.register("HUP", task);
  }
}
