package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.slack.Attempts.Attempt;
import reroll.connectors.chat.slack.fake.FakeSlack;

/** Nothing that the adapter keeps grows for ever. */
class BoundsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final Steps clock = new Steps();

  @Test
  void theNewestOfManyEntriesAreRemembered() {
    Memory<Integer> memory = new Memory<>(3);
    for (int i = 0; i < 10; i++) {
      memory.put("n" + i, i);
    }

    assertThat(memory.size()).isEqualTo(3);
    assertThat(memory.get("n6")).isEmpty();
    assertThat(memory.get("n7")).contains(7);
    assertThat(memory.put("n9", 99)).as("not new").isFalse();
  }

  @Test
  void theNewestAttemptsOfAChannelAreKept() throws Exception {
    Attempts attempts = new Attempts(folder);
    for (int i = 0; i < 5 * Attempts.KEPT; i++) {
      attempts.begin("C1", "k" + i, new Attempt(Optional.empty(), clock.instant()));
      attempts.begin("C2", "once", new Attempt(Optional.empty(), clock.instant()));
    }

    try (Stream<Path> files = Files.list(folder.resolve("C1"))) {
      assertThat(files.count()).isBetween((long) Attempts.KEPT, 2L * Attempts.KEPT);
    }
    assertThat(attempts.find("C1", "k0")).isEmpty();
    assertThat(attempts.find("C1", "k" + (5 * Attempts.KEPT - 1))).isPresent();
    assertThat(attempts.find("C2", "once")).as("of another channel").isPresent();
  }

  @Test
  void theFirstAttemptAtAPostIsTheOneThatCounts() throws Exception {
    Attempts attempts = new Attempts(folder);
    Attempt first = new Attempt(Optional.of("1.000001"), Instant.parse("2026-03-02T10:00:00Z"));
    attempts.begin("C1", "k", first);
    attempts.begin("C1", "k", new Attempt(Optional.empty(), clock.instant()));

    assertThat(new Attempts(folder).find("C1", "k")).contains(first);
  }

  @Test
  void aFewSocketsMayBeOpenedAtOnceAndThenOneAMinute() {
    Openings openings = new Openings(clock, Rhythm.USUAL, new Random(1));
    int opened = 0;
    for (int second = 0; second < 3_600; second++) {
      opened += openings.take().isZero() ? 1 : 0;
      clock.sleep(Duration.ofSeconds(1));
    }

    assertThat(opened).isBetween(60, 60 + Openings.MOST_AT_ONCE);
  }

  @Test
  void whoWaitsAsLongAsToldMayOpenThen() {
    Openings openings = new Openings(clock, Rhythm.USUAL, new Random(1));
    while (openings.take().isZero()) {
      assertThat(clock.instant()).isNotNull();
    }
    Duration wait = openings.take();
    assertThat(wait).isBetween(Duration.ofSeconds(50), MINUTE);

    clock.sleep(wait);
    assertThat(openings.take()).isZero();
  }

  @Test
  void waitsAfterFailuresGrowUpToTheLongestAndBeginAnewAfterSuccess() {
    Openings openings = new Openings(clock, Rhythm.USUAL, new Random(1));
    List<Duration> waits =
        IntStream.range(0, 10_000).mapToObj(i -> openings.afterFailure()).toList();

    assertThat(waits.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(waits).allMatch(wait -> wait.compareTo(Rhythm.USUAL.longestWait()) <= 0);
    assertThat(waits.get(9_999)).isGreaterThanOrEqualTo(MINUTE);
    openings.succeeded();
    assertThat(openings.afterFailure()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void noMoreTroublesAreKeptThanAnybodyReads() {
    Troubles troubles = new Troubles();
    for (int i = 0; i < 1_000; i++) {
      troubles.begin(Troubles.channel("C" + i), "closed " + i);
    }
    assertThat(troubles.sentences()).hasSize(50).startsWith("closed 0");

    troubles.begin(Troubles.channel("C3"), "closed for good");
    assertThat(troubles.sentences()).contains("closed for good").hasSize(50);
  }

  @Test
  void whatCannotBeTakenInIsLeftToSlackUnconfirmed() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger confirmed = new AtomicInteger();
    try (FakeSlack slack = new FakeSlack(clock);
        SlackLab lab = SlackLab.in(folder, clock)) {
      Line line = Line.of(SlackLab.settings(slack.api()), lab.http(), clock);
      line.account().identity();
      try (Inlet inlet =
          new Inlet(
              line.account(),
              heard -> pass(stuck),
              new Unread(folder.resolve("unread")),
              Rhythm.USUAL,
              line.troubles())) {
        inlet.take(said(0), frame -> confirmed.incrementAndGet());
        for (int i = 1; i < Inlet.MOST_WAITING + 500; i++) {
          inlet.take(said(i), frame -> confirmed.incrementAndGet());
        }
        stuck.countDown();
        await().until(() -> confirmed.get() >= Inlet.MOST_WAITING);
      }
    }
    assertThat(confirmed).hasValueLessThanOrEqualTo(Inlet.MOST_WAITING + 1);
  }

  private static Envelope said(int number) {
    return Envelope.parse(
            """
            {"type": "events_api", "envelope_id": "e%1$d", "payload": {"event": {"type": "message",
              "channel": "C0POND", "user": "U0ANN", "text": "!lists", "ts": "%1$d.000001"}}}
            """
                .formatted(number))
        .orElseThrow();
  }

  private static void pass(CountDownLatch stuck) {
    try {
      stuck.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
