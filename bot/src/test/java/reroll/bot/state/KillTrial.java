package reroll.bot.state;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reroll.bot.run.BotProcess;

/**
 * Asks a bot many questions while it is killed (SIGKILL) at random instants and started again, then
 * counts: each question answered once. Used by one thread.
 */
final class KillTrial {
  /** Where people ask. */
  interface Room {
    /** Asks; returns the names of the answers that are owed from now on. */
    List<String> ask();

    /** How many there are of each answer, by its name. */
    Map<String, Integer> answers();

    /** Whether the bot of this life is there; one that dies while it starts proves little. */
    default boolean isUp() {
      return true;
    }
  }

  /** Some are killed while they start, all the same. */
  private static final int ONE_DIES_YOUNG_OF = 5;

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path config;
  private final Room room;
  private final Random random;
  private final List<String> owed = new ArrayList<>();

  KillTrial(Path config, Room room, Random random) {
    this.config = config;
    this.room = room;
    this.random = random;
  }

  void ask() {
    owed.addAll(room.ask());
  }

  /** What is owed so far, in the order in which it was asked for. */
  List<String> owed() {
    return List.copyOf(owed);
  }

  /** Waits until all that is owed has come, or nothing has for some minutes. */
  void await() {
    Instant end = Instant.now().plus(PATIENCE);
    int before = 0;
    Map<String, Integer> answers = room.answers();
    while (!answers.keySet().containsAll(owed) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(500_000_000);
      end = answers.size() > before ? Instant.now().plus(PATIENCE) : end;
      before = answers.size();
      answers = room.answers();
    }
  }

  /** Asks for so much, spread over so many lives of the bot, each of a random length. */
  void kill(int kills, int answers, Duration longestLife) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      BotProcess running = BotProcess.run(config);
      while (owed.size() < (long) answers * (kill + 1) / kills) {
        LockSupport.parkNanos(random.nextInt(200) * 1_000_000L);
        ask();
      }
      if (random.nextInt(ONE_DIES_YOUNG_OF) > 0) {
        awaitUp();
      }
      running.live(Duration.ofMillis(200 + random.nextLong(longestLife.toMillis())));
      running.kill();
      if (kill % 20 == 19) {
        System.out.println((kill + 1) + " kills, " + room.answers().size() + " answered");
      }
    }
  }

  private void awaitUp() {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!room.isUp() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Waits for what is missing, and a little for what comes twice; whether all is well. */
  boolean judge() {
    await();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
    Map<String, Integer> counts = room.answers();
    List<String> lost = owed.stream().filter(name -> !counts.containsKey(name)).toList();
    List<String> doubled = owed.stream().filter(name -> counts.getOrDefault(name, 0) > 1).toList();
    System.out.printf("%d answers owed: lost %s, doubled %s%n", owed.size(), lost, doubled);
    return lost.isEmpty() && doubled.isEmpty();
  }
}
