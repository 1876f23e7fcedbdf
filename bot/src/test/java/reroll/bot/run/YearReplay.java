package reroll.bot.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import reroll.bot.command.ListInfo;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.bot.work.Workers;
import reroll.connectors.TestClock;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;

/**
 * Lets a bot live through a year of a real list as fast as it can, by a clock that goes from one
 * event to the next; to be killed and started again at will. Its posts are files in folders.
 */
final class YearReplay implements AutoCloseable {
  private static final String LIST = "replayed";
  private static final Duration POLL = Duration.ofMinutes(5);
  private static final Duration SLOWEST_POST = Duration.ofMillis(1);
  private static final int STEPS_A_SNAPSHOT = 40;

  /** Five channels; with their digests, four subscriptions each. */
  private static final Map<String, List<String>> WISHES =
      Map.of(
          "everything",
          List.of("subscribe replayed", "follow kind:pull", "follow kind:rfc", "follow size:>500"),
          "core",
          List.of(
              "subscribe replayed path:io_uring/** path:fs/**",
              "follow path:kernel/**",
              "follow path:mm/**",
              "follow path:include/**"),
          "drivers",
          List.of(
              "subscribe replayed path:drivers/**",
              "follow path:block/**",
              "follow path:net/**",
              "follow path:sound/**"),
          "words",
          List.of(
              "subscribe replayed title:fix",
              "follow title:add",
              "follow title:test",
              "follow title:remove"),
          "people",
          List.of(
              "subscribe replayed author:@kernel.org",
              "follow author:@gmail.com",
              "follow author:@kernel.dk",
              "follow author:@intel.com"));

  private final Path home;
  private final TestClock clock;
  private final GatedArchive gate;
  private final SharedArchive archive;
  private final HealthBoard health = new HealthBoard();
  private final ExecutorService parsers = Executors.newFixedThreadPool(2);

  /** Would look again by the machine's clock, and are never asked to. */
  private final Workers readers = new Workers("reader", 1);

  private final Semaphore changed = new Semaphore(0);
  private final Engine engine;
  private final ChatDesk chat;
  private final ListWatch watch;
  private final TimeDesk timeDesk;
  private final DigestDesk digestDesk;

  private YearReplay(Path archive, Path home, Instant now) throws Exception {
    this.home = home;
    clock = new TestClock(now);
    ArchiveSource whole =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(home));
    gate = new GatedArchive(whole, clock);
    this.archive = new SharedArchive(gate);
    AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
    ListInfo list = new ListInfo(LIST, "Replayed", Optional.empty());
    engine =
        Engine.start(
            home.resolve("state"),
            new RealDisk(),
            new StateSettings(List.of(list), ZoneOffset.UTC, 200_000, StateSettings.DEFAULT_QUIET),
            () -> changed(wake.get()));
    FolderChat posts = new FolderChat(home.resolve("posts"), new Random(1), SLOWEST_POST);
    chat = new ChatDesk(NamedChat.alone(posts), engine, clock);
    wake.set(chat::wake);
    watch =
        new ListWatch(
            new WatchedList(list, whole, POLL, Optional.empty()),
            this.archive,
            new ListWatch.Surroundings(engine, parsers, readers, clock, health, reading -> {}));
    digestDesk =
        new DigestDesk(
            engine, new PatchReader(Map.of(LIST, this.archive), Optional.empty()), clock);
    DueDigests due = new DueDigests(now, 1);
    timeDesk = new TimeDesk(engine, due, health, health::all, clock);
  }

  /** Takes the archive, a home, and the first and the last instant. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[1]);
    Instant end = Instant.parse(args[3]);
    try (YearReplay replay = new YearReplay(Path.of(args[0]), home, now(home, args[2]))) {
      replay.live(end);
    }
    System.out.printf("heap after all: %d MB%n", usedAfterCollection() >> 20);
    Files.writeString(home.resolve("done"), "");
  }

  private static Instant now(Path home, String first) throws IOException {
    Path hour = home.resolve("hour");
    return Instant.parse(Files.exists(hour) ? Files.readString(hour) : first);
  }

  private static long usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void live(Instant end) throws Exception {
    chat.wake();
    live();
    for (int step = 1; !clock.instant().isAfter(end); step++) {
      if (step == 1) {
        wish();
      }
      live();
      if (step % STEPS_A_SNAPSHOT == 0) {
        engine.save().get();
      }
      remember(nextEvent(end));
    }
  }

  /** What is said twice has no effect: the events have names. */
  private void wish() throws Exception {
    for (String room : WISHES.keySet().stream().sorted().toList()) {
      List<String> digest = List.of("schedule daily 09:00 Europe/Berlin replayed");
      int said = 0;
      for (String text : Stream.concat(WISHES.get(room).stream(), digest.stream()).toList()) {
        engine
            .submit(
                new Input.Said(
                    clock.instant(),
                    room,
                    "ann",
                    room + "-" + said++,
                    Optional.empty(),
                    text,
                    true,
                    health.all()))
            .get();
        awaitQuiet();
      }
    }
  }

  /** All that is to be done at this hour. */
  private void live() throws Exception {
    do {
      read();
      awaitQuiet();
      timeDesk.run();
      awaitQuiet();
    } while (isDue());
  }

  private void read() throws Exception {
    watch.read();
    health.succeeded(LIST, clock.instant());
  }

  private boolean isDue() throws Exception {
    return next().filter(at -> !at.isAfter(clock.instant())).isPresent();
  }

  /** When the bot wants to be told the time. */
  private Optional<Instant> next() throws Exception {
    return engine
        .ask(
            state ->
                Stream.of(state.nextDue(), state.nextDigest())
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo))
        .get();
  }

  private Instant nextEvent(Instant end) throws Exception {
    Instant now = clock.instant();
    Instant mail = gate.next().map(YearReplay::nextLook).orElse(end.plusSeconds(1));
    Instant event = next().filter(mail::isAfter).orElse(mail);
    return event.isAfter(now) ? event : now.plusSeconds(1);
  }

  /** The list is looked at every few minutes, not at every mail. */
  private static Instant nextLook(Instant arrived) {
    long poll = POLL.toSeconds();
    return Instant.ofEpochSecond((arrived.getEpochSecond() / poll + 1) * poll);
  }

  private void remember(Instant hour) throws IOException {
    Path written = home.resolve("hour.new");
    Files.writeString(written, hour.toString());
    Files.move(written, home.resolve("hour"), StandardCopyOption.ATOMIC_MOVE);
    clock.forward(Duration.between(clock.instant(), hour));
  }

  private void changed(Runnable wake) {
    wake.run();
    changed.release();
  }

  /** Waits until the files of digests are made and every post is there. */
  private void awaitQuiet() throws Exception {
    Optional<DigestDesk.Wanted> file = engine.ask(digestDesk::next).get();
    while (file.isPresent()) {
      engine.submit(digestDesk.answer(file.get())).get();
      file = engine.ask(digestDesk::next).get();
    }
    while (!engine.ask(YearReplay::isQuiet).get()) {
      changed.acquire();
    }
  }

  private static boolean isQuiet(BotState state) {
    return state.outbox().size() == 0 && state.digesting().isEmpty();
  }

  @Override
  public void close() throws IOException {
    parsers.shutdownNow();
    readers.abort();
    ChatDesk.finishSending(List.of(chat));
    engine.close();
    archive.close();
  }
}
