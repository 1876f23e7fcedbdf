package reroll.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Reads, parses and tracks a whole archive, in turns with git reading the same archive, and prints
 * the ratio. Machines are noisy: only figures of one run compare.
 */
public final class WholeArchive {
  private static final int RUNS = 5;

  /** A heap in which a run takes longer than this many times is too small: it only collects. */
  private static final int MAX_SLOWDOWN = 2;

  private WholeArchive() {}

  /** Takes the archive, a bare git repository, and the program. */
  public static void main(String[] args) throws Exception {
    Path archive = archive(args);
    Times git = new Times();
    Times ours = new Times();
    for (int run = 0; run < RUNS; run++) {
      git.take(QuietProcess.git(archive));
      ours.take(series(args[1], archive, "1g"));
    }
    System.out.printf(
        Locale.ROOT,
        "load average:           %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf("git log | git cat-file: %s%n", git);
    System.out.printf("reroll series:          %s%n", ours);
    System.out.printf(Locale.ROOT, "ratio of the medians:   %.2f%n", ours.over(git));
    printHeap(archive, args[1], ours.median());
  }

  /** The first argument; ends the program where there is none. */
  static Path archive(String... args) {
    if (args.length == 0 || args[0].isBlank() || args[0].startsWith("${")) {
      System.err.println("Name an archive, a bare git repository: -Dbench.archive=PATH");
      System.exit(2);
    }
    return Path.of(args[0]);
  }

  /** Issue 2: at most 64 MB, and 2 KB for each patch mail. */
  private static void printHeap(Path archive, String program, double seconds) throws Exception {
    int patchMails = ArchiveReading.of(archive, Runnable::run).size();
    System.out.printf(
        Locale.ROOT,
        "smallest heap that does: %d MB; allowed for %,d patch mails: %d MB%n",
        heap(program, archive, seconds * MAX_SLOWDOWN),
        patchMails,
        64 + patchMails * 2 / 1024);
  }

  private static ProcessBuilder series(String program, Path archive, String heap) {
    List<String> command =
        List.of(program, "series", "--archive", archive.toString(), "--format", "jsonl");
    ProcessBuilder process = QuietProcess.in(archive, command);
    process.environment().put("REROLL_JAVA_OPTIONS", "-Xmx" + heap);
    return process;
  }

  private static boolean endsWell(ProcessBuilder builder, double seconds) throws Exception {
    Process process = builder.start();
    boolean inTime = process.waitFor((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return inTime && process.exitValue() == 0;
  }

  /** By halves, to 8 MB; a run does if it ends well within {@code seconds}. */
  private static int heap(String program, Path archive, double seconds) throws Exception {
    int fails = 16;
    int does = 512;
    while (does - fails > 8) {
      int middle = (does + fails) / 2;
      if (endsWell(series(program, archive, middle + "m"), seconds)) {
        does = middle;
      } else {
        fails = middle;
      }
    }
    return does;
  }
}
