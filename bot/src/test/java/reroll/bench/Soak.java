package reroll.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import reroll.bot.command.ListInfo;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.run.Bot;
import reroll.bot.run.BotSetup;
import reroll.bot.run.NamedChat;
import reroll.bot.run.WatchedList;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.files.MaildirLab;
import reroll.connectors.archive.git.RemoteLab;
import reroll.connectors.archive.imap.GreenMailLab;
import reroll.connectors.archive.web.WebLab;
import reroll.connectors.chat.ChatLab;
import reroll.connectors.chat.matrix.MatrixChatLab;
import reroll.connectors.chat.slack.SlackChatLab;

/**
 * One bot with every kind of archive and of chat, before servers of the tests, for some minutes in
 * which hours go by on its clock. Mail comes, people ask, archives and chats fail at random, and
 * the bot is ended and begun anew as on {@code !reload}. Prints heap and threads, which must not
 * grow.
 *
 * <p>The servers keep what was posted, so most mail is told to a chat that forgets.
 */
public final class Soak {
  private static final int MAX_MAILS = 500;

  /** How fast the bot's clock goes. */
  private static final int FASTER = 120;

  private static final Duration LIFE = Duration.ofSeconds(15);
  private static final double FAILURES = 0.05;

  private final Random random;
  private final Path folder = Files.createTempDirectory("soak-");
  private final Clock clock = fast(Instant.now());
  private final List<ArchiveLab> archives = new ArrayList<>();
  private final List<ChatLab> rooms = new ArrayList<>();
  private final List<NamedChat> chats = new ArrayList<>();
  private final ForgetfulRoom bulk;
  private int mails;
  private int said;

  private Soak(long seed) throws Exception {
    random = new Random(seed);
    bulk = new ForgetfulRoom(new Random(seed), FAILURES);
    archives.add(new RemoteLab(Files.createDirectories(folder.resolve("git"))));
    archives.add(WebLab.searchable(Files.createDirectories(folder.resolve("web"))));
    archives.add(new GreenMailLab(Files.createDirectories(folder.resolve("imap"))));
    archives.add(new MaildirLab(Files.createDirectories(folder.resolve("files"))));
    for (ArchiveLab archive : archives) {
      archive.deliver(mail(archive.type()));
    }
    rooms.add(MatrixChatLab.in(Files.createDirectories(folder.resolve("matrix"))));
    rooms.add(SlackChatLab.in(Files.createDirectories(folder.resolve("slack"))));
    rooms.forEach(room -> chats.add(NamedChat.lasting(room.type(), room.chat())));
    chats.add(NamedChat.lasting("bulk", bulk));
  }

  private static Clock fast(Instant start) {
    InstantSource real = InstantSource.system();
    InstantSource fast =
        () -> start.plus(Duration.between(start, real.instant()).multipliedBy(FASTER));
    return fast.withZone(ZoneOffset.UTC);
  }

  /** Takes the minutes, and a seed if one is to be repeated. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofMinutes(Long.parseLong(args[0]));
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "seed %d, %d minutes, %d hours on the bot's clock%n",
        seed,
        time.toMinutes(),
        time.multipliedBy(FASTER).toHours());
    System.exit(new Soak(seed).run(time) ? 0 : 1);
  }

  private boolean run(Duration time) throws Exception {
    List<Sample> samples = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      live();
      Sample sample = Sample.now();
      samples.add(sample);
      System.out.printf(
          Locale.ROOT,
          "%4d lives: %,6d mails, %,6d posts there, %,d failures; heap %,d kB, %d threads%n",
          samples.size(),
          mails,
          bulk.taken(),
          bulk.failed(),
          sample.heapKb(),
          sample.threads());
    }
    chats.forEach(NamedChat::close);
    return Sample.areFlat(samples);
  }

  /** One life of the bot. */
  private void live() throws Exception {
    try (Bot bot = Bot.start(setup(), chats)) {
      bot.configure(subscriptions());
      long end = System.nanoTime() + LIFE.toNanos();
      while (System.nanoTime() < end) {
        trouble();
        ArchiveLab archive = archives.get(random.nextInt(archives.size()));
        archive.deliver(mail(archive.type()));
        bulk.say("e" + said++, random.nextBoolean() ? "!digest all 1d" : "!status");
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private void trouble() {
    ChatLab room = rooms.get(random.nextInt(rooms.size()));
    switch (random.nextInt(20)) {
      case 0 -> room.loseNextAnswer();
      case 1 -> room.refuseNext();
      default -> {}
    }
  }

  /** Series of up to five versions, from ever new authors. */
  private String mail(String list) {
    int number = mails++;
    int version = 1 + number / 4 % 5;
    return """
    From: Author %1$d <author%1$d@%2$s.example>
    To: %2$s@lists.example.org
    Subject: [PATCH v%3$d] %2$s: improve thing %1$d
    Message-ID: <%4$d@soak.example>
    Date: Mon, 2 Mar 2026 10:00:00 +0000

    Why.
    ---
     %2$s/%1$d.c | 1 +

    diff --git a/%2$s/%1$d.c b/%2$s/%1$d.c
    --- a/%2$s/%1$d.c
    +++ b/%2$s/%1$d.c
    @@ -1,1 +1,2 @@
     context
    +line %4$d
    """
        .formatted(number / 20, list, version, number);
  }

  private List<Topic> subscriptions() {
    List<Topic> all = new ArrayList<>();
    for (ArchiveLab archive : archives) {
      all.add(new Topic("bulk/room", Optional.of(archive.type()), ""));
    }
    for (ChatLab room : rooms) {
      // One series of many: these servers forget nothing.
      String channel = NamedChat.outside(room.type(), room.channel());
      all.add(new Topic(channel, Optional.of("web"), "title:/thing .*0$/"));
    }
    return all;
  }

  private BotSetup setup() throws Exception {
    List<WatchedList> lists = new ArrayList<>();
    for (ArchiveLab archive : archives) {
      ListInfo info = new ListInfo(archive.type(), "", Optional.empty());
      FailingArchive source = new FailingArchive(archive.open(), random.nextLong(), FAILURES);
      lists.add(new WatchedList(info, source, Duration.ofSeconds(1), Optional.empty()));
    }
    return new BotSetup(
        folder.resolve("state"),
        new RealDisk(),
        clock,
        new StateSettings(
            lists.stream().map(WatchedList::info).toList(),
            ZoneOffset.UTC,
            MAX_MAILS,
            Duration.ofSeconds(30)),
        lists,
        Optional.empty(),
        Duration.ofSeconds(5),
        false,
        reading -> {});
  }

  /** What a life leaves behind. */
  private record Sample(long heapKb, int threads) {
    /** After all garbage is gone. */
    static Sample now() {
      System.gc();
      return new Sample(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
          (int) Thread.getAllStackTraces().keySet().stream().filter(Sample::isOurs).count());
    }

    /**
     * Not of the servers: they have a thread for each connection, and archives of tests leave
     * theirs open for five minutes; each check by Slack's own client leaves one for ever.
     */
    private static boolean isOurs(Thread thread) {
      return Stream.of("MockWebServer", "slack-api-metrics")
          .noneMatch(thread.getName()::startsWith);
    }

    /**
     * The first half fills what is bounded; the last quarter must be as the one before. Of the heap
     * the least counts, which holds what stays: what a connection left is garbage a life later.
     */
    static boolean areFlat(List<Sample> all) {
      int quarter = all.size() / 4;
      List<Sample> third = all.subList(2 * quarter, 3 * quarter);
      List<Sample> last = all.subList(3 * quarter, all.size());
      long heapBefore = third.stream().mapToLong(Sample::heapKb).min().orElse(0);
      long heapAfter = last.stream().mapToLong(Sample::heapKb).min().orElse(0);
      int threadsBefore = third.stream().mapToInt(Sample::threads).max().orElse(0);
      int threadsAfter = last.stream().mapToInt(Sample::threads).max().orElse(0);
      System.out.printf(
          Locale.ROOT,
          "third quarter: %,d kB, %d threads; last: %,d kB, %d threads%n",
          heapBefore,
          threadsBefore,
          heapAfter,
          threadsAfter);
      return heapAfter < heapBefore * 1.15 && threadsAfter <= threadsBefore + 3;
    }
  }
}
