package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import reroll.connectors.TestClock;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.port.ConnectorException;

class CachedLookupTest {
  private final TestClock clock = new TestClock(WebList.BEGIN);
  private final Counting behind = new Counting();
  private final CachedLookup lookup = new CachedLookup(behind, clock);

  /** Knows every mail and thread but those called nothing, and counts the questions. */
  private static final class Counting implements ArchiveLookup {
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    volatile Optional<ConnectorException> failure = Optional.empty();
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile int bytes = 10;

    private List<RawMail> answer(String question) throws ConnectorException, InterruptedException {
      asked.add(question);
      gate.await();
      if (failure.isPresent()) {
        throw failure.get();
      }
      return question.contains("nothing")
          ? List.of()
          : List.of(new RawMail(question, Instant.EPOCH, new byte[bytes], bytes));
    }

    @Override
    public Optional<RawMail> mail(String id) throws ConnectorException, InterruptedException {
      return answer("mail " + id).stream().findFirst();
    }

    @Override
    public List<RawMail> thread(String id) throws ConnectorException, InterruptedException {
      return answer("thread " + id);
    }

    @Override
    public List<RawMail> search(Wanted wanted) throws ConnectorException, InterruptedException {
      return answer("search " + wanted.text().orElse(""));
    }
  }

  @Test
  void theSameIsAskedOnceUntilItsTimeIsOver() throws Exception {
    for (int i = 0; i < 3; i++) {
      lookup.mail("a");
      lookup.thread("a");
      lookup.mail("nothing");
    }
    assertThat(behind.asked).containsExactly("mail a", "thread a", "mail nothing");

    clock.forward(CachedLookup.KEPT_NOTHING);
    lookup.mail("a");
    lookup.mail("nothing");
    assertThat(behind.asked).hasSize(4).endsWith("mail nothing");

    clock.forward(CachedLookup.KEPT);
    lookup.mail("a");
    assertThat(behind.asked).hasSize(5).endsWith("mail a");
  }

  @Test
  void aFailureIsNotRemembered() throws Exception {
    behind.failure = Optional.of(ConnectorException.notSent("busy", null));
    assertThatThrownBy(() -> lookup.mail("a")).isSameAs(behind.failure.get());

    behind.failure = Optional.empty();
    assertThat(lookup.mail("a")).isPresent();
  }

  @Test
  void theOldestAnswersMakeRoom() throws Exception {
    behind.bytes = 1 << 20;
    int all = (int) (CachedLookup.MAX_BYTES >> 20) + 1;
    for (int i = 0; i < all; i++) {
      lookup.mail("m" + i);
    }
    lookup.mail("m" + (all - 1));
    assertThat(behind.asked).hasSize(all);
    lookup.mail("m0");
    assertThat(behind.asked).hasSize(all + 1);
  }

  @Test
  void thereAreNeverMoreAnswersThanTheLimit() throws Exception {
    for (int i = 0; i <= CachedLookup.MAX_ANSWERS; i++) {
      lookup.mail("nothing" + i);
    }
    lookup.mail("nothing1");
    assertThat(behind.asked).hasSize(CachedLookup.MAX_ANSWERS + 1);
    lookup.mail("nothing0");
    assertThat(behind.asked).hasSize(CachedLookup.MAX_ANSWERS + 2);
  }

  @Test
  void manyWhoAskTheSameAtOnceShareOneAnswer() throws Exception {
    behind.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<RawMail>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> lookup.mail("a")));
      }
      behind.gate.countDown();
      for (Future<Optional<RawMail>> answer : answers) {
        assertThat(answer.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(behind.asked).containsExactly("mail a");
  }

  @Test
  void whoWaitsForOneThatIsStoppedAsksAgain() throws Exception {
    behind.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Optional<RawMail>> stopped = threads.submit(() -> lookup.mail("a"));
      while (behind.asked.isEmpty()) {
        Thread.onSpinWait();
      }
      Future<Optional<RawMail>> waiting = threads.submit(() -> lookup.mail("a"));
      stopped.cancel(true);
      behind.gate.countDown();

      assertThat(waiting.get()).isPresent();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void oneQuestionDoesNotHoldUpAnother() throws Exception {
    behind.gate = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try {
      Future<Optional<RawMail>> slow = threads.submit(() -> lookup.mail("a"));
      while (behind.asked.isEmpty()) {
        Thread.onSpinWait();
      }
      behind.gate.countDown();
      assertThat(lookup.thread("b")).hasSize(1);
      assertThat(slow.get()).isPresent();
    } finally {
      threads.shutdownNow();
    }
    assertThat(Duration.between(WebList.BEGIN, clock.instant())).isZero();
  }
}
