package reroll.connectors.archive.git;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The place behind one commit of one epoch.
 *
 * <p>A purge rewrites every commit from the purged one on, but no other mail's blob. The blobs of
 * the mails read last are therefore kept: they find the place again in a rewritten history.
 *
 * @param recentBlobs the first hex digits of the blobs read last, newest first
 */
record EpochPlace(int epoch, ObjectId commit, List<String> recentBlobs) {
  static final int MAX_RECENT = 8;
  static final int BLOB_DIGITS = 16;

  EpochPlace {
    recentBlobs = List.copyOf(recentBlobs);
  }

  /** Before the first mail of {@code epoch}. */
  static EpochPlace startOf(int epoch) {
    return new EpochPlace(epoch, ObjectId.zeroId(), List.of());
  }

  boolean isStart() {
    return commit.equals(ObjectId.zeroId());
  }

  /**
   * The place behind a later commit.
   *
   * @param blobs the blobs of the mails between here and there, oldest first
   */
  EpochPlace behind(ObjectId later, List<ObjectId> blobs) {
    List<String> recent = new ArrayList<>(MAX_RECENT);
    for (int i = blobs.size() - 1; i >= 0 && recent.size() < MAX_RECENT; i--) {
      recent.add(blobs.get(i).name().substring(0, BLOB_DIGITS));
    }
    for (int i = 0; i < recentBlobs.size() && recent.size() < MAX_RECENT; i++) {
      recent.add(recentBlobs.get(i));
    }
    return new EpochPlace(epoch, later, recent);
  }

  /**
   * How well a blob tells this place: 0 for the mail read last, then 1 and so on.
   *
   * @return {@link #MAX_RECENT} for a blob that is not remembered
   */
  int rank(ObjectId blob) {
    int rank = recentBlobs.indexOf(blob.name().substring(0, BLOB_DIGITS));
    return rank < 0 ? MAX_RECENT : rank;
  }
}
