package reroll.connectors.chat.slack;

import static reroll.connectors.chat.slack.fake.FakeSlack.ANN;
import static reroll.connectors.chat.slack.fake.FakeSlack.BOT_USER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;

/**
 * An hour of a busy workspace in as little time as it takes: twenty events a second, a new socket
 * every minute, a cut now and then; then counts: each command answered once. Then cuts the socket
 * many times, and tells how long until the next one is greeted. Takes the minutes, and a seed if
 * one is to be repeated.
 */
final class SlackHour {
  private static final int EVENTS_A_MINUTE = 20 * 60;
  private static final Duration GAP = Duration.ofMillis(50);
  private static final int CHANNELS = 20;
  private static final int CUTS = 200;

  /**
   * Slack's own but for waits; the clock runs too fast for the silence of a socket to mean much.
   */
  private static final Rhythm RHYTHM =
      new Rhythm(
          Rhythm.USUAL.ackWithin(),
          Rhythm.USUAL.pingEvery(),
          Duration.ofDays(1),
          Rhythm.USUAL.helloWithin(),
          Duration.ofMillis(300),
          SlackLab.QUICK.firstWait(),
          SlackLab.QUICK.longestWait(),
          SlackLab.QUICK.restWhenOff());

  /** More would only wait in the fake. */
  private static final int MOST_ON_THE_WAY = 300;

  private final Random random;
  private final Steps clock = new Steps();
  private final SlackLab lab;
  private final FakeSlack slack;
  private final Map<String, ExecutorService> answering = new ConcurrentHashMap<>();
  private final List<String> commands = new ArrayList<>();

  private SlackHour(Path folder, long seed) {
    random = new Random(seed);
    lab = SlackLab.in(folder, clock, RHYTHM);
    slack = lab.slack;
    for (int i = 0; i < CHANNELS; i++) {
      slack.addChannel("C0POND" + i);
    }
  }

  public static void main(String[] args) throws Exception {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    System.out.println("seed " + seed + ", " + minutes + " minutes");
    SlackHour hour = new SlackHour(Files.createTempDirectory("slack-hour-"), seed);
    boolean good = hour.run(minutes);
    hour.cutAndCount();
    hour.lab.close();
    System.exit(good ? 0 : 1);
  }

  private boolean run(int minutes) throws InterruptedException {
    lab.chat.start(this::hear);
    await(() -> slack.sockets() == 1);
    long start = System.nanoTime();
    for (int minute = 0; minute < minutes; minute++) {
      for (int i = 0; i < EVENTS_A_MINUTE; i++) {
        event();
        clock.sleep(GAP);
        await(() -> slack.unconfirmed() < MOST_ON_THE_WAY);
      }
      newSocket(minute % 10 == 9);
    }
    await(() -> slack.unconfirmed() == 0);
    for (ExecutorService channel : answering.values()) {
      channel.shutdown();
      channel.awaitTermination(10, TimeUnit.MINUTES);
    }
    System.out.printf(
        "%d minutes took %d s; %d events confirmed, slowest after %d ms, late %d; %d sockets%n",
        minutes,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
        slack.confirmed(),
        slack.slowestConfirmation().toMillis(),
        slack.late(),
        slack.connections());
    return judge();
  }

  /** One of twenty is a command; some of those are mentions, which come as two events. */
  private void event() {
    String channel = "C0POND" + random.nextInt(CHANNELS);
    switch (random.nextInt(40)) {
      case 0 -> commands.add(slack.say(channel, ANN, "!lists"));
      case 1 -> commands.add(slack.say(channel, ANN, "<@" + BOT_USER + "> lists"));
      default -> slack.say(channel, ANN, "did you see v3 of the frobs?");
    }
  }

  private void newSocket(boolean cut) {
    int before = slack.connections();
    if (cut) {
      slack.cutSockets();
    } else {
      slack.announce("refresh_requested");
    }
    await(() -> slack.connections() > before && slack.sockets() > 0);
    slack.closeOldSockets();
  }

  private void hear(Incoming said) {
    if (said.direct() || said.text().startsWith("!")) {
      answering
          .computeIfAbsent(said.channel(), c -> Executors.newSingleThreadExecutor())
          .execute(() -> answer(said));
    }
  }

  /** As the bot does it: what may be there is looked for before it is sent again. */
  private void answer(Incoming said) {
    Outgoing post =
        new Outgoing(
            "answer-" + said.eventId(),
            said.channel(),
            Optional.of(said.eventId()),
            RichText.ofPlain("I read pond"),
            Optional.empty());
    boolean there = false;
    while (!there) {
      try {
        there = lab.chat.find(post.channel(), post.key()).isPresent();
        if (!there) {
          lab.chat.send(post);
          there = true;
        }
      } catch (ConnectorException e) {
        clock.sleep(e.retryAfter().orElse(Duration.ofSeconds(1)));
      }
    }
  }

  private boolean judge() {
    Map<String, Long> answers =
        answering.keySet().stream()
            .flatMap(channel -> slack.posts(channel).stream())
            .map(post -> post.path("thread_ts").asString("(none)"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> lost = commands.stream().filter(c -> !answers.containsKey(c)).toList();
    long doubled = answers.values().stream().filter(count -> count > 1).count();
    long unasked = answers.keySet().stream().filter(root -> !commands.contains(root)).count();
    System.out.printf(
        "%d commands: lost %s, doubled %d, unasked %d%n", commands.size(), lost, doubled, unasked);
    return lost.isEmpty() && doubled == 0 && unasked == 0;
  }

  private void cutAndCount() {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < CUTS; i++) {
      clock.sleep(Duration.ofMinutes(2)); // else the openings of a minute are used up
      await(() -> slack.sockets() == 1);
      int before = slack.connections();
      long start = System.nanoTime();
      slack.cutSockets();
      await(() -> slack.connections() > before && slack.sockets() == 1);
      micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }
    micros.sort(Long::compare);
    System.out.printf(
        "%d cuts: the next socket after, median %.1f ms, p99 %.1f ms%n",
        CUTS, micros.get(CUTS / 2) / 1_000.0, micros.get(CUTS * 99 / 100) / 1_000.0);
  }

  private static void await(BooleanSupplier such) {
    while (!such.getAsBoolean()) {
      LockSupport.parkNanos(200_000);
    }
  }
}
