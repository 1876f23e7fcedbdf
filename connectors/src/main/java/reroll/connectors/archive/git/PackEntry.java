package reroll.connectors.archive.git;

import java.io.IOException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;

/**
 * The head of an object in a pack (gitformat-pack(5)).
 *
 * @param offset where it begins
 * @param type one of JGit's {@code Constants.OBJ_…}
 * @param size how many bytes its data are, inflated
 * @param base where the object begins that this is a delta of; negative where there is none
 * @param data where its data begin
 */
record PackEntry(long offset, int type, long size, long base, long data) {
  private static final int MORE = 0x80;

  /** Reads the head at {@code offset}. */
  static PackEntry at(long offset, PackStream pack, PackIndex index) throws IOException {
    pack.seek(offset);
    int sign = pack.next();
    int type = (sign >> 4) & 7;
    long size = sign & 15;
    for (int shift = 4; (sign & MORE) != 0 && shift < Long.SIZE; shift += 7) {
      sign = pack.next();
      size |= (long) (sign & ~MORE) << shift;
    }
    long base = base(offset, type, pack, index);
    return new PackEntry(offset, type, size, base, pack.place());
  }

  private static long base(long offset, int type, PackStream pack, PackIndex index)
      throws IOException {
    return switch (type) {
      case Constants.OBJ_OFS_DELTA -> offset - distance(pack);
      case Constants.OBJ_REF_DELTA -> index.findOffset(pack.nextId());
      default -> -1;
    };
  }

  private static long distance(PackStream pack) throws IOException {
    int sign = pack.next();
    long distance = sign & ~MORE;
    while ((sign & MORE) != 0 && distance >>> 48 == 0) {
      sign = pack.next();
      distance = ((distance + 1) << 7) | (sign & ~MORE);
    }
    return distance;
  }

  boolean isDelta() {
    return type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA;
  }
}
