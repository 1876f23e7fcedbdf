package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import reroll.bot.run.BotProcess;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/**
 * Asks a bot in a room of a real Synapse many questions while it is killed at random instants and
 * started again, then counts: each question answered once. Then asks some in peace, one after the
 * other, and tells how long the answers took. Takes the number of kills, and a seed if one is to be
 * repeated.
 */
final class MatrixExactlyOnce implements KillTrial.Room {
  private static final int QUESTIONS = 500;
  private static final int IN_PEACE = 100;
  private static final Duration LONGEST_LIFE = Duration.ofMillis(3_500);

  private final Path folder;
  private final KillTrial trial;
  private final Synapse synapse;
  private final MatrixPerson ann;
  private final MatrixPerson bot;
  private final String room;

  private MatrixExactlyOnce(Path folder, long seed) throws Exception {
    this.folder = folder;
    trial = new KillTrial(folder.resolve("reroll.yaml"), this, new Random(seed));
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
    BotProcess calm = BotProcess.run(folder.resolve("reroll.yaml"));
    while (!Files.exists(folder.resolve("state/chats/matrix/place.json"))) {
      LockSupport.parkNanos(100_000_000); // the first start reads no history
    }
    trial.ask();
    trial.await();
    calm.stop();
    trial.kill(kills, QUESTIONS, LONGEST_LIFE);
    BotProcess last = BotProcess.run(folder.resolve("reroll.yaml"));
    boolean good = trial.judge();
    measure();
    last.stop();
    return good;
  }

  @Override
  public List<String> ask() {
    return List.of(ann.say(room, "!lists"));
  }

  @Override
  public Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode answer : bot.messagesOf(bot.id(), room)) {
      JsonNode relation = answer.path("content").path("m.relates_to");
      counts.merge(relation.path("event_id").stringValue("(none)"), 1, Integer::sum);
    }
    return counts;
  }

  /** By the server's own time of question and answer. */
  private void measure() {
    int before = trial.owed().size();
    for (int i = 0; i < IN_PEACE; i++) {
      trial.ask();
      LockSupport.parkNanos(300_000_000);
    }
    trial.await();
    List<String> inPeace = trial.owed().subList(before, trial.owed().size());
    Map<String, Long> asked = new TreeMap<>();
    ann.messagesOf(ann.id(), room)
        .forEach(e -> asked.put(e.path("event_id").stringValue(""), time(e)));
    List<Long> took = new ArrayList<>();
    for (JsonNode answer : bot.messagesOf(bot.id(), room)) {
      String question =
          answer.path("content").path("m.relates_to").path("event_id").stringValue("");
      if (inPeace.contains(question)) {
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
