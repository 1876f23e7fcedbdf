package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Delivers mail to a real public-inbox that a bot reads by git, by its pages and over IMAP, and to
 * a real Dovecot, while lines are cut and held, servers stopped, mails removed and the bot killed,
 * all at random; then counts: every mail known once, every version told once, by name or among
 * those that a long list counts. Takes the minutes, and a seed if one is to be repeated.
 */
final class ExactlyOnce {
  private static final List<String> LISTS = TrialServers.LISTS;
  private static final int SERIES = 40;

  /** A series takes no more revisions than this much beyond. */
  private static final int MAX_VERSION = 90;

  private final Path folder;
  private final long seed;
  private final Random random;
  private final TrialServers servers;

  /** By list and series: the newest version. */
  private final Map<String, Integer> versions = new TreeMap<>();

  private final List<String> delivered = new ArrayList<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, Integer> faults = new TreeMap<>();

  private ExactlyOnce(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.seed = seed;
    this.random = new Random(seed);
    servers = new TrialServers(folder, random);
  }

  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofMinutes(args.length > 0 ? Long.parseLong(args[0]) : 10);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    ExactlyOnce trial = new ExactlyOnce(Files.createTempDirectory("exactly-once-"), seed);
    boolean good;
    try (trial.servers) {
      good = trial.run(time);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(Duration time) throws Exception {
    System.out.println("seed " + seed + ", " + time.toMinutes() + " minutes, in " + folder);
    for (String list : LISTS) {
      deliver(list, SERIES);
    }
    Files.writeString(folder.resolve("reroll.yaml"), servers.configuration());
    Files.write(folder.resolve("follow"), follows());
    Process bot = startBot();
    awaitPosts(LISTS.size() * SERIES);
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      deliver(LISTS.get(random.nextInt(LISTS.size())), burst());
      bot = trouble(bot);
      LockSupport.parkNanos(random.nextInt(2_000) * 1_000_000L);
    }
    Files.write(
        folder.resolve("finish"),
        delivered.stream()
            .map(line -> line.split(" ", -1)[0])
            .filter(id -> !removed.contains(id))
            .toList());
    boolean ended = bot.waitFor(10, TimeUnit.MINUTES);
    bot.destroyForcibly();
    return ended ? judge() : say("the bot did not come to know all of it in 10 minutes");
  }

  private static boolean say(String what) {
    System.out.println(what);
    return false;
  }

  private static List<String> follows() {
    List<String> words = new ArrayList<>();
    for (String list : LISTS) {
      for (int series = 0; series < SERIES; series++) {
        words.add(TrialMail.id(list, series, 1));
      }
    }
    return words;
  }

  private int burst() {
    return random.nextInt(10) == 0 ? 40 + random.nextInt(200) : 1 + random.nextInt(4);
  }

  /** Delivers the next versions of some series, in one go. */
  private void deliver(String list, int count) {
    List<String> mails = new ArrayList<>();
    int first = versions.isEmpty() ? 0 : random.nextInt(SERIES);
    for (int i = 0; i < count; i++) {
      int series = (first + i) % SERIES;
      int version = versions.merge(list + series, 1, Integer::sum);
      if (version > MAX_VERSION) {
        versions.put(list + series, MAX_VERSION);
        continue;
      }
      mails.add(TrialMail.of(list, series, version));
      delivered.add(TrialMail.id(list, series, version) + " " + list);
    }
    servers.deliver(list, mails);
  }

  private Process trouble(Process bot) throws Exception {
    switch (random.nextInt(9)) {
      case 0 -> {
        count("bot killed");
        bot.destroyForcibly().waitFor();
        return startBot();
      }
      case 1 -> removeOne();
      case 2, 3 -> count("peace");
      default -> count(servers.fail());
    }
    return bot;
  }

  private void count(String fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  /** What is removed may have been seen or not; it is not counted. */
  private void removeOne() {
    String[] words = delivered.get(random.nextInt(delivered.size())).split(" ", -1);
    Matcher parts = Pattern.compile("(via\\w+)-(\\d+)-v(\\d+)@.*").matcher(words[0]);
    if (!parts.matches() || parts.group(3).equals("1") || !removed.add(words[0])) {
      return;
    }
    String mail =
        TrialMail.of(
            parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    count(servers.remove(parts.group(1), words[0], mail));
  }

  private Process startBot() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServedBot.class.getName(),
            folder.toString(),
            Long.toString(seed))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void awaitPosts(int count) throws IOException {
    while (!Files.exists(folder.resolve("posts"))
        || FileChat.posts(folder.resolve("posts")).size() < count) {
      LockSupport.parkNanos(200_000_000);
    }
  }

  private boolean judge() throws IOException {
    Set<String> wanted = new HashSet<>(delivered);
    wanted.removeIf(line -> removed.contains(line.split(" ", -1)[0]));
    List<String> known = Files.readAllLines(folder.resolve("known"));
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(known);
    int twice = known.size() - new HashSet<>(known).size();

    Map<String, Integer> told = new TreeMap<>();
    int counted = 0;
    for (Path post : FileChat.posts(folder.resolve("posts"))) {
      String text = Files.readString(post);
      TrialMail.toldBy(text).forEach(id -> told.merge(id, 1, Integer::sum));
      counted += TrialMail.countedBy(text);
    }
    List<String> unnamed =
        wanted.stream()
            .map(line -> line.split(" ", -1)[0])
            .filter(id -> !id.contains("-v1@") && !told.containsKey(id))
            .toList();
    List<String> repeated =
        told.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    System.out.printf("faults: %s%n", faults);
    System.out.printf(
        "delivered %d, of them removed %d; known %d, missing %s, known twice %d%n",
        delivered.size(), removed.size(), known.size(), missing, twice);
    System.out.printf(
        "versions told %d, only counted in long lists %d, not named %d %s, told again %s%n",
        told.size(), counted, unnamed.size(), unnamed, repeated);
    // What was removed may be among those that are counted.
    boolean untold = unnamed.size() > counted;
    return missing.isEmpty() && twice == 0 && !untold && repeated.isEmpty();
  }
}
