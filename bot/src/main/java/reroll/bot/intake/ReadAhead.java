package reroll.bot.intake;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * The batches of an archive, one after another. While one is dealt with the next is read, on a
 * thread that lives as long as this; an archive that has only one batch to give needs no thread.
 * Used by one thread at a time.
 */
final class ReadAhead implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 1;

  private final String list;
  private final ArchiveSource source;
  private final int most;
  private final Cursor first;

  /** Reads ahead; empty until there is anything ahead. */
  private Optional<ExecutorService> reader = Optional.empty();

  private Optional<Future<Batch>> next = Optional.empty();

  /**
   * Reads nothing yet.
   *
   * @param list names the thread
   * @param most entries a batch
   */
  ReadAhead(String list, ArchiveSource source, Cursor first, int most) {
    this.list = list;
    this.source = source;
    this.first = first;
    this.most = most;
  }

  /**
   * Waits for the batch that follows the one before; to be called until a batch says that there is
   * no more.
   *
   * @throws ConnectorException if the archive failed
   */
  Batch next() throws ConnectorException, InterruptedException {
    Batch batch = next.isPresent() ? await(next.get()) : source.readAfter(first, most);
    if (batch.more()) {
      next = Optional.of(reader().submit(() -> source.readAfter(batch.next(), most)));
    }
    return batch;
  }

  private ExecutorService reader() {
    ExecutorService made =
        reader.orElseGet(
            () ->
                Executors.newSingleThreadExecutor(
                    task -> new Thread(task, "reader ahead " + list)));
    reader = Optional.of(made);
    return made;
  }

  private static Batch await(Future<Batch> reading)
      throws ConnectorException, InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectorException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading ahead failed", e.getCause());
    }
  }

  /** Stops reading, and waits until the archive is left alone. */
  @Override
  public void close() {
    reader.ifPresent(ReadAhead::end);
  }

  private static void end(ExecutorService reader) {
    reader.shutdownNow();
    boolean interrupted = false;
    while (!reader.isTerminated()) {
      try {
        reader.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stop) {
        interrupted = true; // the archive is another's as soon as this returns: not before
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
