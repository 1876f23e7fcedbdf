package reroll.connectors.archive.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.zip.ZipException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import reroll.connectors.archive.ArchiveSource;

/**
 * The objects of a repository. JGit trusts what it reads, so that damage comes out of it as any
 * RuntimeException; out of here it comes as {@link CorruptObjectException}, while any other
 * IOException is a disk or a machine that fails, and may pass. Used by one thread at a time;
 * several may be at work on one repository.
 */
final class EpochObjects implements AutoCloseable {
  /** The file that holds the mail; {@code d} would hold the text of a removed one. */
  private static final String MAIL = "m";

  private final ObjectReader objects;
  private final PackedObjects packed;

  /** Asks {@code objects} for what is not to be had of {@code packed}. */
  EpochObjects(ObjectReader objects, PackedObjects packed) {
    this.objects = objects;
    this.packed = packed;
  }

  /**
   * A mail as it is stored.
   *
   * @param bytes cut at {@link ArchiveSource#MAX_MAIL_BYTES}
   * @param size its whole size in bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Blob(byte[] bytes, long size) {}

  /** One use of JGit. */
  interface Reading<T> {
    T read() throws IOException;
  }

  byte[] commit(ObjectId commit) throws IOException {
    return checked(commit.name(), () -> small(commit, Constants.OBJ_COMMIT));
  }

  /** Commits and trees are never large. */
  private byte[] small(ObjectId object, int type) throws IOException {
    Optional<byte[]> unpacked = packed.read(object, type);
    return unpacked.isPresent() ? unpacked.get() : objects.open(object, type).getCachedBytes();
  }

  /**
   * Finds the blob of the mail; the zero id where there is none. Looks at the tree itself: a diff
   * shows a mail that came back as a rename of {@code d}.
   */
  ObjectId mailIn(ObjectId tree) throws IOException {
    return checked(
        tree.name(),
        () -> {
          CanonicalTreeParser entries = new CanonicalTreeParser();
          entries.reset(small(tree, Constants.OBJ_TREE));
          for (; !entries.eof(); entries.next(1)) {
            if (entries.getEntryPathString().equals(MAIL)) {
              return entries.getEntryObjectId();
            }
          }
          return ObjectId.zeroId();
        });
  }

  Blob blob(ObjectId blob) throws IOException {
    return checked(
        blob.name(),
        () -> {
          Optional<byte[]> unpacked = packed.read(blob, Constants.OBJ_BLOB);
          return unpacked.isPresent()
              ? new Blob(unpacked.get(), unpacked.get().length)
              : cut(objects.open(blob, Constants.OBJ_BLOB));
        });
  }

  private static Blob cut(ObjectLoader loader) throws IOException {
    if (!loader.isLarge() && loader.getSize() <= ArchiveSource.MAX_MAIL_BYTES) {
      return new Blob(loader.getCachedBytes(), loader.getSize());
    }
    try (InputStream bytes = loader.openStream()) {
      return new Blob(bytes.readNBytes(ArchiveSource.MAX_MAIL_BYTES), loader.getSize());
    }
  }

  /** The commits whose names begin with {@code digits}. */
  Optional<ObjectId> commitNamed(String digits) throws IOException {
    Collection<ObjectId> named =
        checked(digits, () -> objects.resolve(AbbreviatedObjectId.fromString(digits)));
    for (ObjectId object : named) {
      if (checked(digits, () -> objects.open(object).getType()) == Constants.OBJ_COMMIT) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  static <T> T checked(String what, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (RuntimeException | EOFException | ZipException e) {
      throw new CorruptObjectException(what + " is corrupt: " + e, e);
    } catch (OutOfMemoryError e) { // a damaged index makes JGit ask for any size
      throw new IOException(what + " is far too large, or the memory too small", e);
    }
  }

  @Override
  public void close() {
    packed.close();
    objects.close();
  }
}
