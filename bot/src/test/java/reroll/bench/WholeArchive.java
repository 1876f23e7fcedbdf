package reroll.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;

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
      gitSeconds.add(seconds(process(git, archive)));
      ourSeconds.add(seconds(series(args[1], archive, "1g")));
    }
    System.out.printf(
        Locale.ROOT,
        "load average:           %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf(Locale.ROOT, "git log | git cat-file: %s%n", text(gitSeconds));
    System.out.printf(Locale.ROOT, "reroll series:          %s%n", text(ourSeconds));
    System.out.printf(
        Locale.ROOT, "ratio of the medians:   %.2f%n", median(ourSeconds) / median(gitSeconds));
    printHeap(archive, args[1], median(ourSeconds));
  }

  /** Issue 2: at most 64 MB, and 2 KB for each patch mail. */
  private static void printHeap(Path archive, String program, double seconds) throws Exception {
    int patchMails = patchMails(archive);
    System.out.printf(
        Locale.ROOT,
        "smallest heap that does: %d MB; allowed for %,d patch mails: %d MB%n",
        heap(program, archive, seconds * MAX_SLOWDOWN),
        patchMails,
        64 + patchMails * 2 / 1024);
  }

  private static int patchMails(Path archive) throws Exception {
    SeriesTracker tracker = new SeriesTracker(Integer.MAX_VALUE);
    try (ArchiveSource source =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(archive))) {
      new Intake("bench", source, Runnable::run, Clock.systemUTC(), Instant.EPOCH)
          .readAll(Cursor.START, batch -> track(batch, tracker));
    }
    return tracker.size();
  }

  private static void track(IntakeBatch batch, SeriesTracker tracker) {
    for (IntakeEntry entry : batch.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        tracker.accept(read.facts(), new Arrival(batch.list(), read.ref(), read.at()));
      }
    }
  }

  private static ProcessBuilder series(String program, Path archive, String heap) {
    List<String> command =
        List.of(program, "series", "--archive", archive.toString(), "--format", "jsonl");
    ProcessBuilder process = process(command, archive);
    process.environment().put("REROLL_JAVA_OPTIONS", "-Xmx" + heap);
    return process;
  }

  private static ProcessBuilder process(List<String> command, Path folder) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static double seconds(ProcessBuilder process) throws Exception {
    long start = System.nanoTime();
    if (process.start().waitFor() != 0) {
      throw new IOException("failed: " + process.command());
    }
    return (System.nanoTime() - start) / 1e9;
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
