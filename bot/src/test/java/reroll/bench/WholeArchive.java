package reroll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Reads, parses and tracks a whole archive, in turns with git reading the same archive, and prints
 * the ratio. Machines are noisy: only figures of one run compare.
 */
public final class WholeArchive {
  private static final int RUNS = 5;

  private WholeArchive() {}

  /** Takes the archive, a bare git repository, and the program's jar. */
  public static void main(String[] args) throws Exception {
    if (args.length < 2 || args[0].isBlank() || args[0].startsWith("${")) {
      System.err.println("Name an archive, a bare git repository: -Dbench.archive=PATH");
      System.exit(2);
    }
    Path archive = Path.of(args[0]);
    List<String> git =
        List.of("sh", "-c", "git log --format=%H:m HEAD | git cat-file --batch | wc -c");
    List<Double> gitSeconds = new ArrayList<>();
    List<Double> ourSeconds = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      gitSeconds.add(seconds(git, archive));
      ourSeconds.add(seconds(series(args[1], archive, "1g"), archive));
    }
    System.out.printf(Locale.ROOT, "git log | git cat-file: %s%n", text(gitSeconds));
    System.out.printf(Locale.ROOT, "reroll series:          %s%n", text(ourSeconds));
    System.out.printf(
        Locale.ROOT, "ratio of the medians:   %.2f%n", median(ourSeconds) / median(gitSeconds));
    System.out.printf(Locale.ROOT, "smallest heap that does: %d MB%n", heap(args[1], archive));
  }

  private static List<String> series(String jar, Path archive, String heap) {
    return List.of(
        "java",
        "-Xmx" + heap,
        "-jar",
        jar,
        "series",
        "--archive",
        archive.toString(),
        "--format",
        "jsonl");
  }

  private static double seconds(List<String> command, Path folder) throws Exception {
    long start = System.nanoTime();
    if (run(command, folder) != 0) {
      throw new IOException("failed: " + command);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static int run(List<String> command, Path folder) throws Exception {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** By halves, to 8 MB. */
  private static int heap(String jar, Path archive) throws Exception {
    int fails = 16;
    int does = 512;
    while (does - fails > 8) {
      int middle = (does + fails) / 2;
      if (run(series(jar, archive, middle + "m"), archive) == 0) {
        does = middle;
      } else {
        fails = middle;
      }
    }
    return does;
  }

  private static double median(List<Double> seconds) {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static String text(List<Double> seconds) {
    return String.format(
        Locale.ROOT,
        "min %.2f s, median %.2f s, max %.2f s",
        Collections.min(seconds),
        median(seconds),
        Collections.max(seconds));
  }
}
