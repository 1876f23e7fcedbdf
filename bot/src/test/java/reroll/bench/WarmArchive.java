package reroll.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads, parses and tracks a whole archive again and again in one process, in turns with git
 * reading the same archive: what a bot that has run for a while takes, when hardly anything is
 * compiled any more. {@link WholeArchive} measures the first time, start included.
 */
public final class WarmArchive {
  /** After that many rounds of 30,000 mails hardly anything is compiled any more. */
  private static final int FIRST_ROUNDS = 10;

  private static final int ROUNDS = 5;

  private WarmArchive() {}

  /** Takes the archive, a bare git repository. */
  public static void main(String[] args) throws Exception {
    Path archive = WholeArchive.archive(args);
    ExecutorService parsers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Times cold = new Times();
      for (int round = 0; round < FIRST_ROUNDS; round++) {
        cold.take(() -> ArchiveReading.of(archive, parsers));
      }
      Times git = new Times();
      Times warm = new Times();
      for (int round = 0; round < ROUNDS; round++) {
        git.take(QuietProcess.git(archive));
        warm.take(() -> ArchiveReading.of(archive, parsers));
      }
      System.out.printf("in one process, first %d: %s%n", FIRST_ROUNDS, cold);
      System.out.printf("git log | git cat-file:  %s%n", git);
      System.out.printf("in one process, warm:    %s%n", warm);
      System.out.printf(Locale.ROOT, "ratio of the medians:    %.2f%n", warm.over(git));
    } finally {
      parsers.shutdownNow();
    }
  }
}
