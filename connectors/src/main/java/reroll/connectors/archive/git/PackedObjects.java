package reroll.connectors.archive.git;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.AnyObjectId;
import reroll.connectors.archive.git.RecentObjects.Unpacked;

/**
 * Objects out of packs, for the reading of a whole archive. JGit unpacks a mail once more for each
 * other one that is a delta of it, half as much again as there is; here what was unpacked is kept
 * for a while. What is not as it should be is left for JGit, which says what is wrong with it. Used
 * by one thread at a time.
 */
final class PackedObjects implements AutoCloseable {
  private final Collection<Pack> packs;
  private final RecentObjects recent;
  private final Map<Pack, PackReader> readers = new HashMap<>();

  PackedObjects(Collection<Pack> packs, RecentObjects recent) {
    this.packs = packs;
    this.recent = recent;
  }

  /** The bytes of an object, not to be changed; empty where JGit is to be asked for it. */
  Optional<byte[]> read(AnyObjectId id, int type) {
    try {
      return find(id).filter(object -> object.type() == type).map(Unpacked::bytes);
    } catch (IOException | DataFormatException | RuntimeException damaged) {
      return Optional.empty(); // JGit meets the same, and tells
    }
  }

  private Optional<Unpacked> find(AnyObjectId id) throws IOException, DataFormatException {
    for (Pack pack : packs) {
      long offset = pack.getIndex().findOffset(id);
      if (offset >= 0) {
        return Optional.of(reader(pack).at(offset));
      }
    }
    return Optional.empty();
  }

  private PackReader reader(Pack pack) throws IOException {
    PackReader reader = readers.get(pack);
    if (reader == null) {
      reader = open(pack);
      readers.put(pack, reader);
    }
    return reader;
  }

  private PackReader open(Pack pack) throws IOException {
    PackIndex index = pack.getIndex();
    PackStream stream = PackStream.open(pack.getPackFile().toPath(), index.getChecksum());
    return new PackReader(pack.getPackName(), index, stream, recent);
  }

  @Override
  public void close() {
    readers.values().forEach(PackReader::close);
  }
}
