package reroll.connectors.archive;

import java.util.Arrays;
import java.util.Locale;

/** Delays that were measured one after the other. */
public final class Delays {
  private final long[] sorted;

  /** Takes nanoseconds. */
  public Delays(long... nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d times, median %.1f ms, p99 %.1f ms, most %.1f ms",
        sorted.length,
        millis(sorted.length / 2),
        millis(sorted.length * 99 / 100 - 1),
        millis(sorted.length - 1));
  }

  private double millis(int place) {
    return sorted[place] / 1_000_000.0;
  }
}
