package reroll.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, time after time, in seconds. Not thread-safe. */
final class Times {
  private final List<Double> seconds = new ArrayList<>();

  /** Something whose time is taken. */
  interface Work {
    void run() throws Exception;
  }

  void take(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    seconds.add((System.nanoTime() - start) / 1e9);
  }

  /** Takes the time of a whole process, and throws where it fails. */
  void take(ProcessBuilder process) throws Exception {
    take(
        () -> {
          if (process.start().waitFor() != 0) {
            throw new IOException("failed: " + process.command());
          }
        });
  }

  double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** How many times this took as long as the other. */
  double over(Times other) {
    return median() / other.median();
  }

  @Override
  public String toString() {
    List<Double> sorted = seconds.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "min %.2f s, median %.2f s, max %.2f s",
        sorted.get(0),
        median(),
        sorted.get(sorted.size() - 1));
  }
}
