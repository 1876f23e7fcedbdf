package reroll.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

class ReadAheadTest {
  /** Gives batches that hold nothing and lead from one number to the next. */
  private static class Counting implements ArchiveSource {
    private final int batches;
    private final int failsAt;
    private final List<Thread> readers = new CopyOnWriteArrayList<>();
    private final CountDownLatch secondRead = new CountDownLatch(2);

    Counting(int batches, int failsAt) {
      this.batches = batches;
      this.failsAt = failsAt;
    }

    @Override
    public Batch readAfter(Cursor cursor, int most)
        throws ConnectorException, InterruptedException {
      readers.add(Thread.currentThread());
      secondRead.countDown();
      int number = cursor.equals(Cursor.START) ? 1 : Integer.parseInt(cursor.value()) + 1;
      if (number == failsAt) {
        throw ConnectorException.notSent("batch " + number + " is away", null);
      }
      return new Batch(List.of(), new Cursor(Integer.toString(number)), number < batches);
    }

    @Override
    public Optional<ArchiveEntry> read(String ref) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @Test
  void allBatchesComeInOrder() throws Exception {
    List<String> cursors = new ArrayList<>();
    try (ReadAhead ahead = new ReadAhead("kvm", new Counting(4, 0), Cursor.START, 10)) {
      Batch batch = ahead.next();
      while (batch.more()) {
        cursors.add(batch.next().value());
        batch = ahead.next();
      }
      cursors.add(batch.next().value());
    }
    assertThat(cursors).containsExactly("1", "2", "3", "4");
  }

  @Test
  void theNextBatchIsReadBeforeItIsAskedFor() throws Exception {
    Counting source = new Counting(2, 0);
    try (ReadAhead ahead = new ReadAhead("kvm", source, Cursor.START, 10)) {
      ahead.next();
      source.secondRead.await();
    }
    assertThat(source.readers.get(1)).isNotEqualTo(Thread.currentThread());
  }

  @Test
  void anArchiveWithOneBatchNeedsNoThread() throws Exception {
    Counting source = new Counting(1, 0);
    try (ReadAhead ahead = new ReadAhead("kvm", source, Cursor.START, 10)) {
      ahead.next();
    }
    assertThat(source.readers).containsExactly(Thread.currentThread());
  }

  @Test
  void aFailureComesInItsPlaceAfterTheBatchesBeforeIt() throws Exception {
    try (ReadAhead ahead = new ReadAhead("kvm", new Counting(5, 3), Cursor.START, 10)) {
      assertThat(ahead.next().next().value()).isEqualTo("1");
      assertThat(ahead.next().next().value()).isEqualTo("2");
      assertThatThrownBy(ahead::next)
          .isInstanceOf(ConnectorException.class)
          .hasMessage("batch 3 is away");
    }
  }

  @Test
  void aReadingThatHangsIsEndedByTheTimeTheReaderIsClosed() throws Exception {
    AtomicBoolean hangs = new AtomicBoolean();
    Counting source =
        new Counting(3, 0) {
          @Override
          public Batch readAfter(Cursor cursor, int most)
              throws ConnectorException, InterruptedException {
            Batch batch = super.readAfter(cursor, most);
            if (cursor.isStart()) {
              return batch;
            }
            hangs.set(true);
            try {
              new CountDownLatch(1).await();
            } finally {
              hangs.set(false);
            }
            return batch;
          }
        };
    try (ReadAhead ahead = new ReadAhead("kvm", source, Cursor.START, 10)) {
      ahead.next();
      source.secondRead.await();
    }
    assertThat(hangs).isFalse();
  }
}
