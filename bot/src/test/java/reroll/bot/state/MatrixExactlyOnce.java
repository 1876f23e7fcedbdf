package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/**
 * Asks a bot in a room of a real Synapse many questions while it is killed at random instants and
 * started again, then counts: each question answered once. Then asks some in peace, one after the
 * other, and tells how long the answers took. Takes the number of kills, and a seed if one is to be
 * repeated.
 */
final class MatrixExactlyOnce {
  private static final int QUESTIONS = 500;
  private static final int IN_PEACE = 100;

  private final Path folder;
  private final Random random;
  private final Synapse synapse;
  private final MatrixPerson ann;
  private final MatrixPerson bot;
  private final String room;
  private final List<String> questions = new ArrayList<>();

  private MatrixExactlyOnce(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.random = new Random(seed);
    synapse = Synapse.withoutLimits(folder);
    ann = synapse.person("ann");
    bot = synapse.person("reroll");
    room = ann.makeOpenRoom("trial");
    bot.join(room);
    Files.createDirectories(folder.resolve("mail"));
    Files.writeString(
        folder.resolve("reroll.yaml"),
        """
        state: state
        lists: {pond: {archive: {type: files, path: mail}}}
        chats:
          matrix: {type: matrix, server: "%s", token: {file: token}, rooms: "#trial:reroll.test"}
        """
            .formatted(synapse.url()));
    Files.writeString(folder.resolve("token"), bot.token());
  }

  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("matrix-exactly-once-");
    System.out.println("seed " + seed + ", " + kills + " kills, in " + folder);
    MatrixExactlyOnce trial = new MatrixExactlyOnce(folder, seed);
    boolean good;
    try (Synapse server = trial.synapse) {
      good = trial.run(kills);
      System.out.println(server.url() + " is stopped");
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(int kills) throws Exception {
    Process calm = startBot();
    while (!Files.exists(folder.resolve("state/chats/matrix/place.json"))) {
      LockSupport.parkNanos(100_000_000); // the first start reads no history
    }
    ask();
    await(1);
    calm.destroy();
    calm.waitFor();
    for (int kill = 0; kill < kills; kill++) {
      Process running = startBot();
      while (questions.size() < (long) QUESTIONS * (kill + 1) / kills) {
        LockSupport.parkNanos(random.nextInt(200) * 1_000_000L);
        ask();
      }
      running.waitFor(200 + random.nextInt(3_500), TimeUnit.MILLISECONDS);
      running.destroyForcibly().waitFor();
      if (kill % 20 == 19) {
        System.out.println((kill + 1) + " kills, " + answers().size() + " answered");
      }
    }
    Process last = startBot();
    await(questions.size());
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5)); // for one that comes twice
    boolean good = judge();
    measure();
    last.destroy();
    last.waitFor();
    return good;
  }

  private void ask() {
    questions.add(ann.say(room, "!lists"));
  }

  private Process startBot() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "reroll.bot.Reroll",
            "run",
            "--config",
            folder.resolve("reroll.yaml").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /** How many answers each question has. */
  private Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode answer : bot.messagesOf(bot.id(), room)) {
      JsonNode relation = answer.path("content").path("m.relates_to");
      counts.merge(relation.path("event_id").stringValue("(none)"), 1, Integer::sum);
    }
    return counts;
  }

  private void await(int answered) {
    Instant end = Instant.now().plus(Duration.ofMinutes(5));
    while (answers().size() < answered && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(500_000_000);
    }
  }

  private boolean judge() {
    Map<String, Integer> counts = answers();
    long lost = questions.stream().filter(question -> !counts.containsKey(question)).count();
    long doubled = counts.values().stream().filter(count -> count > 1).count();
    System.out.printf("%d questions: lost %d, doubled %d%n", questions.size(), lost, doubled);
    return lost == 0 && doubled == 0;
  }

  /** By the server's own time of question and answer. */
  private void measure() {
    int before = questions.size();
    for (int i = 0; i < IN_PEACE; i++) {
      ask();
      LockSupport.parkNanos(300_000_000);
    }
    await(questions.size());
    Map<String, Long> asked = new TreeMap<>();
    ann.messagesOf(ann.id(), room)
        .forEach(e -> asked.put(e.path("event_id").stringValue(""), time(e)));
    List<Long> took = new ArrayList<>();
    for (JsonNode answer : bot.messagesOf(bot.id(), room)) {
      String question =
          answer.path("content").path("m.relates_to").path("event_id").stringValue("");
      if (questions.indexOf(question) >= before) {
        took.add(time(answer) - asked.get(question));
      }
    }
    took.sort(Long::compare);
    System.out.printf(
        "%d answers in peace: median %d ms, p99 %d ms%n",
        took.size(), took.get(took.size() / 2), took.get(took.size() * 99 / 100));
  }

  private static long time(JsonNode event) {
    return event.path("origin_server_ts").longValue(0);
  }
}
