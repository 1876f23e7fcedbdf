package reroll.connectors.archive.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.Constants;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.git.RecentObjects.Place;
import reroll.connectors.archive.git.RecentObjects.Unpacked;

/** Unpacks objects of one pack (gitformat-pack(5)). Used by one thread at a time. */
final class PackReader implements AutoCloseable {
  /** Larger ones are not to be held whole. */
  private static final int MAX_BYTES = ArchiveSource.MAX_MAIL_BYTES;

  /** No git makes longer chains of deltas (git-pack-objects(1), --depth). */
  private static final int MAX_DELTAS = 4_095;

  private final String name;
  private final PackIndex index;
  private final PackStream stream;
  private final RecentObjects recent;

  /**
   * Reads one.
   *
   * @param stream closed with this
   */
  PackReader(String name, PackIndex index, PackStream stream, RecentObjects recent) {
    this.name = name;
    this.index = index;
    this.stream = stream;
    this.recent = recent;
  }

  /**
   * Unpacks the object that begins at {@code offset}.
   *
   * @throws DataFormatException if there is none that is sound and at most as large as a mail
   */
  Unpacked at(long offset) throws IOException, DataFormatException {
    Deque<PackEntry> deltas = new ArrayDeque<>();
    Unpacked object = wholeBelow(offset, deltas);
    while (!deltas.isEmpty()) {
      PackEntry delta = deltas.pop();
      object = kept(delta, new Unpacked(object.type(), applied(object.bytes(), data(delta))));
    }
    return object;
  }

  /** Goes from delta to base until there is something whole; the deltas are left for the way up. */
  private Unpacked wholeBelow(long offset, Deque<PackEntry> deltas)
      throws IOException, DataFormatException {
    long at = offset;
    while (deltas.size() <= MAX_DELTAS) {
      Optional<Unpacked> known = recent.at(new Place(name, at));
      if (known.isPresent()) {
        return known.get();
      }
      PackEntry entry = PackEntry.at(at, stream, index);
      if (!entry.isDelta()) {
        return kept(entry, new Unpacked(entry.type(), data(entry)));
      }
      deltas.push(entry);
      at = entry.base();
    }
    throw new DataFormatException("too many deltas");
  }

  private byte[] data(PackEntry entry) throws IOException, DataFormatException {
    if (entry.size() > MAX_BYTES) {
      throw new DataFormatException("too large");
    }
    stream.seek(entry.data());
    return stream.inflate((int) entry.size());
  }

  private static byte[] applied(byte[] base, byte[] delta) throws DataFormatException {
    if (BinaryDelta.getResultSize(delta) > MAX_BYTES) {
      throw new DataFormatException("too large");
    }
    return BinaryDelta.apply(base, delta);
  }

  /** Only blobs: the trees of mails have nothing in common, so that none is a delta. */
  private Unpacked kept(PackEntry entry, Unpacked object) {
    if (object.type() == Constants.OBJ_BLOB) {
      recent.keep(new Place(name, entry.offset()), object);
    }
    return object;
  }

  @Override
  public void close() {
    stream.close();
  }
}
