package reroll.bot.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/** An archive in memory, which can hang and can tell of news by itself. Thread-safe. */
class FakeArchive implements ArchiveSource {
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private boolean hangs;
  private boolean forgets;
  private String trouble = "";
  private boolean closed;

  synchronized void deliver(String mail, Instant arrived) {
    byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
    entries.add(
        new ArchiveEntry.RawMail(Integer.toString(entries.size()), arrived, bytes, bytes.length));
    notifyAll();
  }

  /** From now on no reading comes to its end. */
  synchronized FakeArchive hanging() {
    hangs = true;
    return this;
  }

  @Override
  public synchronized Batch readAfter(Cursor cursor, int most)
      throws ConnectorException, InterruptedException {
    while (hangs && !closed) {
      wait();
    }
    int from = cursor.isStart() ? 0 : Integer.parseInt(cursor.value());
    int to = Math.min(entries.size(), from + most);
    return new Batch(
        entries.subList(from, to), new Cursor(Integer.toString(to)), to < entries.size());
  }

  /** From now on nothing can be read again. */
  synchronized void forget() {
    forgets = true;
  }

  /** From now on nothing can be read again, for this reason. */
  synchronized void breakDown(String why) {
    trouble = why;
  }

  @Override
  public synchronized Optional<ArchiveEntry> read(String ref) throws ConnectorException {
    if (!trouble.isEmpty()) {
      throw ConnectorException.notSent(trouble, null);
    }
    return forgets ? Optional.empty() : Optional.of(entries.get(Integer.parseInt(ref)));
  }

  synchronized int size() {
    return entries.size();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** One that tells of news. */
  static final class Telling extends FakeArchive implements ArchiveSource.CanWait {
    private int told;

    @Override
    public synchronized void awaitNews(Duration atMost) throws InterruptedException {
      while (told == size()) {
        wait();
      }
      told = size();
    }
  }
}
