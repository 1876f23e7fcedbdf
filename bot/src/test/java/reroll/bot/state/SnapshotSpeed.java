package reroll.bot.state;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.command.ListInfo;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.WatchedList;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;
import reroll.templates.Templates;

/**
 * How long the state of a whole archive takes to be written and to be loaded, and how large it is.
 * The load that people wait for is the first one of a fresh process, in which nothing is compiled
 * yet: each of those is measured in a process of its own.
 */
public final class SnapshotSpeed {
  private static final int RUNS = 5;

  /** The patch mails for which issue 2 sets the limit: a load of one second. */
  private static final int SCALE = 40_000;

  private SnapshotSpeed() {}

  /** Takes the archive, or a snapshot that an earlier run wrote and printed the name of. */
  public static void main(String[] args) throws Exception {
    Path given = Path.of(args[0]);
    if (args.length > 1) {
      measure(given, Integer.parseInt(args[1]));
      return;
    }
    Path snapshot = Files.isRegularFile(given) ? given : snapshotOf(given);
    System.out.println("state: " + snapshot);
    for (int run = 0; run < RUNS; run++) {
      fork(snapshot, 1);
    }
    fork(snapshot, RUNS);
  }

  private static Path snapshotOf(Path archive) throws Exception {
    Path folder = Files.createTempDirectory("reroll-bench-");
    read(archive, folder);
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".packed"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void fork(Path snapshot, int loads) throws Exception {
    new ProcessBuilder(
            "java",
            "-cp",
            System.getProperty("java.class.path"),
            SnapshotSpeed.class.getName(),
            snapshot.toString(),
            Integer.toString(loads))
        .inheritIO()
        .start()
        .waitFor();
  }

  private static void read(Path archive, Path folder) throws Exception {
    ArchiveSource source =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(archive));
    ListInfo list = Story.settings().lists().get(0);
    BotSetup setup =
        new BotSetup(
            folder,
            new RealDisk(),
            Clock.systemUTC(),
            Story.settings(1_000_000),
            List.of(new WatchedList(list, source, Duration.ofDays(1), Optional.empty())),
            Optional.empty(),
            Duration.ofDays(1),
            true,
            reading -> {});
    try (Bot bot =
        Bot.start(setup, new FileChat(folder.resolve("posts"), new java.util.Random()))) {
      bot.awaitFirstLook();
    }
  }

  /** The last of the loads is printed, and after more than one how long it takes to write it. */
  private static void measure(Path file, int loads) throws Exception {
    BotState state = newState();
    for (int load = 1; load <= loads; load++) {
      state = newState();
      long start = System.nanoTime();
      long processor = processor();
      state.restore(new Snapshot().decode(Files.readAllBytes(file)));
      if (load == loads) {
        print(loads == 1 ? "cold load" : "warm load", state, start, processor);
      }
    }
    for (int write = 2; write <= loads; write++) {
      long start = System.nanoTime();
      long processor = processor();
      int size = new Snapshot().encode(state.save()).length;
      if (write == loads) {
        print("warm write", state, start, processor);
        System.out.printf(
            Locale.ROOT,
            "size:       %,d bytes, %,d for %,d%n",
            size,
            (long) size * SCALE / state.tracker().size(),
            SCALE);
      }
    }
  }

  private static BotState newState() {
    return new BotState(Story.settings(1_000_000), new Templates());
  }

  private static void print(String what, BotState state, long start, long processor) {
    double wall = (System.nanoTime() - start) / 1e6;
    double used = (processor() - processor) / 1e6;
    int mails = state.tracker().size();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d patch mails in %.0f ms, %.0f ms of processors; %.0f ms for %,d%n",
        what,
        mails,
        wall,
        used,
        wall * SCALE / mails,
        SCALE);
  }

  /** What all threads of the process used, the compiler's and the collector's included. */
  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
