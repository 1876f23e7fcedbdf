package reroll.connectors.archive.git;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;

/** The mails of one epoch, each by its commit. Used by one thread at a time. */
final class EpochReader implements AutoCloseable {
  /** Enough digits that two commits of one epoch never share them. */
  private static final int REF_DIGITS = 16;

  private static final Pattern REF = Pattern.compile("[0-9a-f]{" + REF_DIGITS + "}");

  private final Epoch epoch;
  private final EpochRepository repository;

  /** Empty but for the time in which a stretch of mails is read. */
  private final RecentObjects recent = new RecentObjects();

  EpochReader(Epoch epoch) throws IOException {
    this.epoch = epoch;
    this.repository = new EpochRepository(epoch.repository());
  }

  Epoch epoch() {
    return epoch;
  }

  /** The newest commit; empty while nothing was ever delivered. */
  Optional<ObjectId> head() throws IOException {
    return repository.head();
  }

  EpochLog logAfter(ObjectId known, ObjectId head) throws IOException {
    return EpochLog.read(repository, head, known);
  }

  String refOf(ObjectId commit) {
    return epoch.number() + "/" + commit.name().substring(0, REF_DIGITS);
  }

  /** The blob of the mail, or the zero id where the commit holds none or cannot be read. */
  ObjectId blobOf(EpochLog log, int index) {
    try {
      return repository.look(objects -> objects.mailIn(log.tree(index)));
    } catch (IOException e) {
      return ObjectId.zeroId();
    }
  }

  /** Reads what the commit brought. What cannot be read is told as such. */
  ArchiveEntry entry(EpochLog log, int index) {
    try {
      return repository.look(objects -> entry(log, index, objects));
    } catch (IOException e) {
      return damaged(log, index, e);
    }
  }

  /**
   * Reads a stretch of a log, on all processors where that is worth it.
   *
   * @param to behind the last one wanted, and behind {@code from}
   * @return at least one; fewer than asked for where their bytes fill a batch, or where one has to
   *     be looked for anew
   */
  List<ArchiveEntry> entries(EpochLog log, int from, int to) {
    List<ArchiveEntry> entries =
        EpochShares.of(from, to).read(() -> new Sight(log, repository.anotherView(recent)));
    if (to == log.size()) {
      recent.clear();
    }
    return entries.isEmpty() ? List.of(entry(log, from)) : entries;
  }

  /** Reads what is there at first sight, as the others that read at the same time must not move. */
  private final class Sight implements EpochShares.Hand {
    private final EpochLog log;
    private final EpochObjects objects;

    Sight(EpochLog log, EpochObjects objects) {
      this.log = log;
      this.objects = objects;
    }

    @Override
    public Optional<ArchiveEntry> entry(int index) {
      try {
        return Optional.of(EpochReader.this.entry(log, index, objects));
      } catch (MissingObjectException e) {
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(damaged(log, index, e));
      }
    }

    @Override
    public void close() {
      objects.close();
    }
  }

  private ArchiveEntry entry(EpochLog log, int index, EpochObjects objects) throws IOException {
    String ref = refOf(log.commit(index));
    Instant committed = log.committed(index);
    if (log.brokenAt().equals(Optional.of(log.commit(index)))) {
      return new Unreadable(
          ref, committed, "commit " + ref + " is damaged, and what came before it is out of reach");
    }
    ObjectId blob = objects.mailIn(log.tree(index));
    return blob.equals(ObjectId.zeroId())
        ? new NoMail(ref, committed)
        : mail(ref, committed, objects.blob(blob));
  }

  private Unreadable damaged(EpochLog log, int index, IOException e) {
    String ref = refOf(log.commit(index));
    return new Unreadable(
        ref, log.committed(index), "commit " + ref + " is damaged: " + e.getMessage());
  }

  /** A purged mail leaves an empty blob (public-inbox-v2-format(5)). */
  private static ArchiveEntry mail(String ref, Instant committed, EpochObjects.Blob blob) {
    return blob.size() == 0
        ? new NoMail(ref, committed)
        : new RawMail(ref, committed, blob.bytes(), blob.size());
  }

  /** Finds an entry by the commit's first digits. */
  Optional<ArchiveEntry> find(String digits) throws IOException {
    if (!REF.matcher(digits).matches()) {
      return Optional.empty();
    }
    Optional<ObjectId> named = repository.look(objects -> objects.commitNamed(digits));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    byte[] commit = repository.look(objects -> objects.commit(named.get()));
    return Optional.of(entry(EpochLog.of(named.get(), commit), 0));
  }

  @Override
  public void close() {
    repository.close();
  }
}
