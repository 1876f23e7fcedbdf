package reroll.bot.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: twice as long each time, up to five minutes. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private Backoff() {}

  /**
   * The wait after so many failures in a row.
   *
   * @param failures at least 1
   */
  public static Duration after(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /**
   * A wait up to a quarter longer, by chance: many who failed at one moment should not all come
   * back at one.
   */
  public static Duration spread(Duration wait, RandomGenerator chance) {
    return wait.plusMillis((long) (wait.toMillis() * chance.nextDouble() / 4));
  }
}
