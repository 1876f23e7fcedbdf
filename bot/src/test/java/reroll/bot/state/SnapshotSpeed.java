package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
 * The first load is that of a start: nothing is compiled yet.
 */
public final class SnapshotSpeed {
  private static final int RUNS = 5;

  /** The patch mails for which issue 2 sets the limit: a load of one second. */
  private static final int SCALE = 40_000;

  private SnapshotSpeed() {}

  /** Takes the archive, or a snapshot that an earlier run wrote and printed the name of. */
  public static void main(String[] args) throws Exception {
    Path given = Path.of(args[0]);
    if (Files.isRegularFile(given)) {
      measure(given);
      return;
    }
    Path folder = Files.createTempDirectory("reroll-bench-");
    read(given, folder);
    System.out.println("state: " + folder);
    try (var files = Files.list(folder)) {
      Path snapshot =
          files.filter(file -> file.toString().endsWith(".gz")).findFirst().orElseThrow();
      new ProcessBuilder(
              "java",
              "-cp",
              System.getProperty("java.class.path"),
              SnapshotSpeed.class.getName(),
              snapshot.toString())
          .inheritIO()
          .start()
          .waitFor();
    }
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

  private static void measure(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      BotState state = new BotState(Story.settings(1_000_000), new Templates());
      state.restore(new Snapshot(StateJson.mapper()).decode(bytes));
      long loaded = System.nanoTime();
      int size = new Snapshot(StateJson.mapper()).encode(state.save()).length;
      long written = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "%s: %,d patch mails: load %d ms, write %d ms, %,d bytes%n",
          run == 0 ? "cold" : "warm",
          state.tracker().size(),
          (loaded - start) / 1_000_000,
          (written - loaded) / 1_000_000,
          size);
      double scale = (double) SCALE / state.tracker().size();
      System.out.printf(
          Locale.ROOT,
          "      for %,d: load %.0f ms, write %.0f ms, %,.0f bytes%n",
          SCALE,
          scale * (loaded - start) / 1e6,
          scale * (written - loaded) / 1e6,
          scale * size);
    }
  }
}
