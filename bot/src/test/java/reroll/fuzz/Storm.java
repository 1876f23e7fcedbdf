package reroll.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Gives one target as many mutations of its seeds, and of what Jazzer found to lead elsewhere, in
 * this process. The same chance gives the same bytes as long as the seeds are the same.
 */
final class Storm {
  /** Each input is small; one that takes longer is a finding. */
  private static final long SLOW_NANOS = 10_000_000_000L;

  private final FuzzTarget target;
  private final Path folder;
  private final Set<String> found = new HashSet<>();

  Storm(FuzzTarget target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** How many different failures there were; one input of each is left in the folder. */
  int rage(long runs, long chance) throws Exception {
    List<byte[]> seeds = new ArrayList<>(target.seeds());
    seeds.addAll(corpus());
    SplittableRandom random = new SplittableRandom(chance);
    long start = System.nanoTime();
    for (long run = 0; run < runs; run++) {
      give(Mutation.of(seeds, random));
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %,12d executions in %,6d s, %d found (chance %d, %d seeds)%n",
        target.name(),
        runs,
        (System.nanoTime() - start) / 1_000_000_000,
        found.size(),
        chance,
        seeds.size());
    return found.size();
  }

  private List<byte[]> corpus() throws IOException {
    List<byte[]> all = new ArrayList<>();
    Path corpus = folder.resolve("corpus");
    if (Files.isDirectory(corpus)) {
      try (Stream<Path> files = Files.list(corpus)) {
        for (Path file : files.sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  private void give(byte[] bytes) throws IOException {
    long start = System.nanoTime();
    try {
      target.take(bytes);
      if (System.nanoTime() - start > SLOW_NANOS) {
        keep(bytes, "slow");
      }
    } catch (Throwable failure) {
      StackTraceElement[] trace = failure.getStackTrace();
      keep(bytes, failure.getClass().getSimpleName() + (trace.length > 0 ? " at " + trace[0] : ""));
    }
  }

  private void keep(byte[] bytes, String what) throws IOException {
    if (found.add(what)) {
      Path file = folder.resolve("found-" + found.size());
      Files.write(file, bytes);
      System.out.println(target.name() + ": " + what + "; see " + file);
    }
  }
}
