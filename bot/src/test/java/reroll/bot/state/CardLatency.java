package reroll.bot.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import reroll.bot.run.BotProcess;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.PublicInbox;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/**
 * Measures how long a patch takes from its delivery to a real public-inbox until its card stands in
 * a room of a real Synapse and in a channel of a {@link FakeSlack}, by the stamps of both. One bot
 * reads the list over HTTP, by git, and looks every second; another one listens by IMAP. Takes the
 * number of patches.
 */
final class CardLatency {
  /** Cards that come closer upon each other are gathered. */
  private static final int SHORTEST_PAUSE_MILLIS = 1_200;

  private static final int LONGEST_PAUSE_MILLIS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final PublicInbox inbox;
  private final Synapse synapse;
  private final FakeSlack slack = new FakeSlack(Clock.systemUTC());
  private final Random random = new Random(1);
  private final Map<String, Long> delivered = new TreeMap<>();

  private CardLatency(Path folder) {
    this.folder = folder;
    inbox = PublicInbox.startedIn(folder);
    synapse = Synapse.withoutLimits(folder);
  }

  public static void main(String[] args) throws Exception {
    int patches = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    CardLatency trial = new CardLatency(Files.createTempDirectory("card-latency-"));
    try (PublicInbox inbox = trial.inbox;
        Synapse synapse = trial.synapse;
        FakeSlack slack = trial.slack) {
      System.out.println("servers: " + inbox.url("") + " " + synapse.url() + " " + slack.api());
      trial.run("git", trial.overHttp(), patches);
      trial.run("imap", trial.overImap(), patches);
    }
  }

  private String overHttp() {
    return "{type: git, url: \"" + inbox.url("git") + "\"}";
  }

  private String overImap() {
    return "{type: imap, host: 127.0.0.1, port: "
        + inbox.imapPort()
        + ", security: none, mailbox: org.example.lists.imap.0}";
  }

  private void run(String list, String archive, int patches) throws Exception {
    inbox.addList(list);
    inbox.deliver(list, TrialMail.of(list, patches, 1));
    MatrixPerson ann = synapse.person("ann-" + list);
    MatrixPerson bot = synapse.person("reroll-" + list);
    String room = ann.makeOpenRoom(list);
    bot.join(room);
    String channel = "C0" + list.toUpperCase(Locale.ROOT);
    slack.addChannel(channel);
    Path home = Files.createDirectory(folder.resolve(list));
    Files.writeString(home.resolve("token"), bot.token());
    Files.writeString(home.resolve("bot-token"), FakeSlack.BOT_TOKEN);
    Files.writeString(home.resolve("app-token"), FakeSlack.APP_TOKEN);
    Files.writeString(
        home.resolve("reroll.yaml"),
        """
        state: state
        quiet: 1s
        lists: {%1$s: {poll: 1s, archive: %2$s}}
        chats:
          matrix:
            type: matrix
            server: "%3$s"
            token: {file: token}
            channels: {"%4$s": {subscriptions: {%1$s: ""}}}
          slack:
            type: slack
            bot-token: {file: bot-token}
            app-token: {file: app-token}
            api: "%5$s"
            channels: {%6$s: {subscriptions: {%1$s: ""}}}
        """
            .formatted(list, archive, synapse.url(), room, slack.api(), channel));
    try (BotProcess running = BotProcess.run(home.resolve("reroll.yaml"))) {
      awaitRead(running);
      for (int series = 0; series < patches; series++) {
        LockSupport.parkNanos(
            random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS) * 1_000_000L);
        delivered.put(TrialMail.id(list, series, 1), System.currentTimeMillis());
        inbox.deliver(list, TrialMail.of(list, series, 1));
        delivered.merge(TrialMail.id(list, series, 1), System.currentTimeMillis(), Math::max);
      }
      awaitAll(channel, patches);
      print(list + " to Matrix", matrix(ann.messagesOf(bot.id(), room)));
      print(list + " to Slack", slack(channel));
      running.stop();
    }
  }

  private static void awaitRead(BotProcess running) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!running.log().contains("read for the first time") && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void awaitAll(String channel, int patches) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (slack(channel).size() < patches && System.nanoTime() < end) {
      LockSupport.parkNanos(200_000_000);
    }
  }

  private static Map<String, Long> matrix(List<JsonNode> messages) {
    Map<String, Long> seen = new TreeMap<>();
    for (JsonNode message : messages) {
      for (String id : TrialMail.toldBy(message.path("content").path("body").asString(""))) {
        seen.putIfAbsent(id, message.path("origin_server_ts").asLong());
      }
    }
    return seen;
  }

  private Map<String, Long> slack(String channel) {
    Map<String, Long> seen = new TreeMap<>();
    for (JsonNode post : slack.posts(channel)) {
      for (String id : TrialMail.toldBy(slack.shown(post).text())) {
        seen.putIfAbsent(id, Math.round(millis(post)));
      }
    }
    return seen;
  }

  private static double millis(JsonNode post) {
    return Double.parseDouble(post.path("ts").asString()) * 1000;
  }

  private void print(String what, Map<String, Long> seen) {
    long[] waits =
        seen.entrySet().stream()
            .filter(card -> delivered.containsKey(card.getKey()))
            .mapToLong(card -> card.getValue() - delivered.get(card.getKey()))
            .sorted()
            .toArray();
    System.out.printf(
        "%s: %d cards, median %d ms, p99 %d ms, longest %d ms%n",
        what,
        waits.length,
        waits.length == 0 ? -1 : waits[waits.length / 2],
        waits.length == 0 ? -1 : waits[waits.length * 99 / 100],
        Arrays.stream(waits).max().orElse(-1));
    System.out.println(
        Arrays.stream(waits).mapToObj(Long::toString).collect(Collectors.joining(" ")));
  }
}
