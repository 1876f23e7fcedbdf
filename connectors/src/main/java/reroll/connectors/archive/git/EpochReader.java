package reroll.connectors.archive.git;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
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
      return repository.mailIn(log.tree(index));
    } catch (IOException e) {
      return ObjectId.zeroId();
    }
  }

  /** Reads what the commit brought. What cannot be read is told as such. */
  ArchiveEntry entry(EpochLog log, int index) {
    String ref = refOf(log.commit(index));
    Instant committed = log.committed(index);
    if (log.brokenAt().equals(Optional.of(log.commit(index)))) {
      return new Unreadable(
          ref, committed, "commit " + ref + " is damaged, and what came before it is out of reach");
    }
    try {
      ObjectId blob = repository.mailIn(log.tree(index));
      return blob.equals(ObjectId.zeroId())
          ? new NoMail(ref, committed)
          : mail(ref, committed, repository.blob(blob));
    } catch (IOException e) {
      return new Unreadable(ref, committed, "commit " + ref + " is damaged: " + e.getMessage());
    }
  }

  /** A purged mail leaves an empty blob (public-inbox-v2-format(5)). */
  private static ArchiveEntry mail(String ref, Instant committed, EpochRepository.Blob blob) {
    return blob.size() == 0
        ? new NoMail(ref, committed)
        : new RawMail(ref, committed, blob.bytes(), blob.size());
  }

  /** Finds an entry by the commit's first digits. */
  Optional<ArchiveEntry> find(String digits) throws IOException {
    if (!REF.matcher(digits).matches()) {
      return Optional.empty();
    }
    Optional<ObjectId> commit = repository.commitNamed(digits);
    return commit.isPresent()
        ? Optional.of(entry(EpochLog.of(commit.get(), repository.commit(commit.get())), 0))
        : Optional.empty();
  }

  @Override
  public void close() {
    repository.close();
  }
}
