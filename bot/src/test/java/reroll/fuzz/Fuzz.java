package reroll.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lets Jazzer look for ways through every target, one process after the other, then gives each a
 * {@link Storm} from there, and says how many executions each had. What is found stands in {@code
 * target/fuzz/NAME}; it is kept in {@code src/test/resources/fuzz/NAME}, where the tests find it.
 */
public final class Fuzz {
  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units: +(\\d+)");

  private final Path folder = Path.of("target/fuzz");
  private final long guided;

  private Fuzz(long guided) {
    this.guided = guided;
  }

  /**
   * Takes how many executions all targets shall have together, how many of them each has with
   * Jazzer, and targets; none for all.
   */
  public static void main(String[] args) throws Exception {
    long wanted = Long.parseLong(args[0]);
    Fuzz fuzz = new Fuzz(Long.parseLong(args[1]));
    List<String> named = List.of(args).subList(2, args.length);
    long all = 0;
    int found = 0;
    for (FuzzTarget target : FuzzTarget.ALL) {
      if (named.isEmpty() || named.contains(target.name())) {
        long done = fuzz.guided > 0 ? fuzz.run(target) : 0;
        found += done < fuzz.guided ? 1 : 0;
        long rest = Math.max(0, wanted * target.share() / 100 - done);
        found += new Storm(target, fuzz.folder(target)).rage(rest, System.nanoTime());
        all += done + rest;
      }
    }
    System.out.printf(Locale.ROOT, "%,d executions, %d findings%n", all, found);
    if (found > 0) {
      System.exit(1);
    }
  }

  private Path folder(FuzzTarget target) throws IOException {
    return Files.createDirectories(folder.resolve(target.name()));
  }

  private long run(FuzzTarget target) throws Exception {
    Path own = folder(target);
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
    Path log = own.resolve("log");
    long start = System.nanoTime();
    int code = process(target, own, corpus, log).waitFor();
    long done = executions(log);
    System.out.printf(
        Locale.ROOT,
        "%-14s %,12d executions in %,6d s by Jazzer, %s%n",
        target.name(),
        done,
        (System.nanoTime() - start) / 1_000_000_000,
        code == 0 ? "nothing found" : "exit " + code + ", see " + log);
    return done;
  }

  private Process process(FuzzTarget target, Path own, Path corpus, Path log) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx1g",
            "-Xss640k",
            "-Dreroll.log.level=off",
            "-cp",
            System.getProperty("java.class.path")));
    words.add("com.code_intelligence.jazzer.Jazzer");
    words.add("--target_class=" + target.className());
    words.add("--instrumentation_includes=reroll.**");
    // A sync makes the bot ask the configured server further things, and it may.
    words.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery");
    words.add("--reproducer_path=" + own);
    words.add("-artifact_prefix=" + own + "/");
    words.addAll(
        List.of("-runs=" + guided, "-max_len=8192", "-timeout=120", "-print_final_stats=1"));
    words.addAll(List.of("-rss_limit_mb=3000", corpus.toString()));
    return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static long executions(Path log) throws IOException {
    return EXECUTIONS
        .matcher(Files.readString(log))
        .results()
        .map((MatchResult match) -> Long.parseLong(match.group(1)))
        .findFirst()
        .orElse(0L);
  }
}
