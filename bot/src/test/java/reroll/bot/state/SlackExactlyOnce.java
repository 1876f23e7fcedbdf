package reroll.bot.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import reroll.bot.run.BotProcess;
import reroll.connectors.chat.slack.fake.Call;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Has a bot post answers and digests in threads, and cards in a channel of a {@link FakeSlack} that
 * is slow and loses answers, while it is killed at random instants and started again; then counts:
 * each post there once. Takes the number of kills, and a seed if one is to be repeated.
 */
final class SlackExactlyOnce implements KillTrial.Room {
  private static final int POSTS = 500;
  private static final int SERIES = 60;
  private static final int CHANNELS = 6;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);

  /** Where all series are followed. */
  private static final String NEWS = "C0NEWS";

  private final Path folder;
  private final Random random;
  private final FakeSlack slack = new FakeSlack(Clock.systemUTC());
  private final KillTrial trial;
  private int mails;
  private int news;

  private SlackExactlyOnce(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.random = new Random(seed);
    trial = new KillTrial(folder.resolve("reroll.yaml"), this, random);
    slack.addChannel(NEWS);
    for (int i = 0; i < CHANNELS; i++) {
      slack.addChannel(channel(i));
    }
    slack.letOpenOften(); // Slack would have the killed ones wait for minutes
    slack.onCall(this::trouble);
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectories(folder.resolve("mail").resolve(part));
    }
    for (int series = 0; series < SERIES; series++) {
      deliver(series, 1);
    }
    Files.writeString(folder.resolve("bot-token"), FakeSlack.BOT_TOKEN);
    Files.writeString(folder.resolve("app-token"), FakeSlack.APP_TOKEN);
    Files.writeString(
        folder.resolve("reroll.yaml"),
        """
        state: state
        lists: {pond: {poll: 1s, start: all, archive: {type: files, path: mail}}}
        chats:
          lab: {type: slack, bot-token: {file: bot-token}, app-token: {file: app-token}, api: "%s"}
        """
            .formatted(slack.api()));
  }

  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("slack-exactly-once-");
    System.out.println("seed " + seed + ", " + kills + " kills, in " + folder);
    SlackExactlyOnce trial = new SlackExactlyOnce(folder, seed);
    try (FakeSlack slack = trial.slack) {
      boolean good = trial.run(kills);
      System.out.printf(
          "messages sent %d; looked for what may be there: %d times%n",
          slack.calls("chat.postMessage"),
          slack.calls("conversations.history") + slack.calls("conversations.replies"));
      System.exit(good ? 0 : 1);
    }
  }

  private boolean run(int kills) throws Exception {
    BotProcess calm = BotProcess.run(folder.resolve("reroll.yaml"));
    while (!calm.log().contains("read for the first time")) {
      LockSupport.parkNanos(100_000_000);
    }
    for (int series = 0; series < SERIES; series++) {
      slack.say(NEWS, FakeSlack.ANN, "!follow " + TrialMail.id("pond", series, 1));
    }
    while (answersIn(NEWS) < SERIES) {
      LockSupport.parkNanos(100_000_000);
    }
    calm.stop();
    trial.kill(kills, POSTS, LONGEST_LIFE);
    try (BotProcess last = BotProcess.run(folder.resolve("reroll.yaml"))) {
      boolean good = trial.judge();
      last.stop();
      return good;
    }
  }

  private long answersIn(String channel) {
    return slack.posts(channel).stream().filter(post -> post.has("thread_ts")).count();
  }

  private static String channel(int number) {
    return "C0POND" + number;
  }

  /** Slack takes its time, and loses the answer to one call of twenty. */
  private void trouble(Call call) {
    int dice = random.nextInt(20);
    LockSupport.parkNanos(dice * 10_000_000L);
    if (dice == 7 && call.method().equals("chat.postMessage")) {
      slack.next("chat.postMessage", new Fault.Cut());
    }
  }

  /** One of three asks for a digest, one of three brings news. */
  @Override
  public List<String> ask() {
    String channel = channel(random.nextInt(CHANNELS));
    return switch (random.nextInt(3)) {
      case 0 -> List.of(slack.say(channel, FakeSlack.ANN, "!digest pond 7d"));
      case 1 -> news < SERIES ? List.of(bringNews()) : ask();
      default -> List.of(slack.say(channel, FakeSlack.ANN, "!lists"));
    };
  }

  @Override
  public boolean isUp() {
    return slack.sockets() > 0;
  }

  private String bringNews() {
    deliver(news, 2);
    return TrialMail.id("pond", news++, 2);
  }

  private void deliver(int series, int version) {
    try {
      String name = Instant.now().getEpochSecond() + ".M" + String.format("%06d", mails++) + ".x";
      Path written = folder.resolve("mail/tmp").resolve(name);
      Files.writeString(written, TrialMail.of("pond", series, version));
      Files.move(written, folder.resolve("mail/new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Integer> answers() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < CHANNELS; i++) {
      for (JsonNode post : slack.posts(channel(i))) {
        counts.merge(post.path("thread_ts").asString("(none)"), 1, Integer::sum);
      }
    }
    for (JsonNode post : slack.posts(NEWS)) {
      TrialMail.toldBy(slack.shown(post).text())
          .filter(id -> !post.has("thread_ts"))
          .ifPresent(id -> counts.merge(id, 1, Integer::sum));
    }
    return counts;
  }
}
