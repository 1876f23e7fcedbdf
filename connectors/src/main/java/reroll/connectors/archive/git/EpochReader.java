package reroll.connectors.archive.git;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;

/** The mails of one epoch, each by its commit. Used by one thread at a time. */
final class EpochReader implements AutoCloseable {
  /** Enough digits that two commits of one epoch never share them. */
  private static final int REF_DIGITS = 16;

  /** The file that holds the mail; {@code d} would hold the text of a removed one. */
  private static final String MAIL = "m";

  private final Epoch epoch;
  private final Repository repository;
  private final ObjectReader objects;

  EpochReader(Epoch epoch) throws IOException {
    this.epoch = epoch;
    repository =
        new FileRepositoryBuilder()
            .setGitDir(epoch.repository().toFile())
            .setBare()
            .setMustExist(true)
            .build();
    objects = repository.newObjectReader();
  }

  Epoch epoch() {
    return epoch;
  }

  /** The newest commit; empty while nothing was ever delivered. */
  Optional<ObjectId> head() throws IOException {
    Ref ref = repository.exactRef(Constants.HEAD);
    return Optional.ofNullable(ref).map(Ref::getObjectId);
  }

  EpochLog logAfter(ObjectId known, ObjectId head) throws IOException {
    return EpochLog.read(objects, head, known);
  }

  String refOf(ObjectId commit) {
    return epoch.number() + "/" + commit.name().substring(0, REF_DIGITS);
  }

  /** The blob of the mail, or the zero id where the commit holds none or cannot be read. */
  ObjectId blobOf(EpochLog log, int index) {
    try {
      return findMail(log.tree(index));
    } catch (IOException e) {
      return ObjectId.zeroId();
    }
  }

  /** Reads what the commit brought. What cannot be read is told as such. */
  ArchiveEntry entry(EpochLog log, int index) {
    String ref = refOf(log.commit(index));
    Instant committed = log.committed(index);
    try {
      ObjectId blob = findMail(log.tree(index));
      return blob.equals(ObjectId.zeroId())
          ? new NoMail(ref, committed)
          : mail(ref, committed, objects.open(blob, Constants.OBJ_BLOB));
    } catch (IOException | LargeObjectException e) {
      return new Unreadable(ref, committed, "commit " + ref + " is damaged: " + e.getMessage());
    }
  }

  /** Finds an entry by the commit's first digits. */
  Optional<ArchiveEntry> find(String digits) throws IOException {
    for (ObjectId commit : objects.resolve(AbbreviatedObjectId.fromString(digits))) {
      ObjectLoader loader = objects.open(commit);
      if (loader.getType() == Constants.OBJ_COMMIT) {
        return Optional.of(entry(EpochLog.of(commit, loader.getCachedBytes()), 0));
      }
    }
    return Optional.empty();
  }

  /** A purged mail leaves an empty blob (public-inbox-v2-format(5)). */
  private static ArchiveEntry mail(String ref, Instant committed, ObjectLoader blob)
      throws IOException {
    long size = blob.getSize();
    if (size == 0) {
      return new NoMail(ref, committed);
    }
    if (size <= ArchiveSource.MAX_MAIL_BYTES) {
      return new RawMail(ref, committed, blob.getCachedBytes(ArchiveSource.MAX_MAIL_BYTES), size);
    }
    try (InputStream bytes = blob.openStream()) {
      return new RawMail(ref, committed, bytes.readNBytes(ArchiveSource.MAX_MAIL_BYTES), size);
    }
  }

  /** Reads the tree itself: a diff shows a mail that came back as a rename of {@code d}. */
  private ObjectId findMail(ObjectId tree) throws IOException {
    CanonicalTreeParser entries = new CanonicalTreeParser();
    entries.reset(objects.open(tree, Constants.OBJ_TREE).getCachedBytes());
    for (; !entries.eof(); entries.next(1)) {
      if (entries.getEntryPathString().equals(MAIL)) {
        return entries.getEntryObjectId();
      }
    }
    return ObjectId.zeroId();
  }

  @Override
  public void close() {
    objects.close();
    repository.close();
  }
}
