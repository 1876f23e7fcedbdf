package reroll.connectors.archive.git;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import reroll.connectors.archive.Cursor;

/**
 * The place behind one commit of one epoch.
 *
 * <p>A purge rewrites every commit from the purged one on, but no other mail's blob. The blobs of
 * the mails read last are therefore kept: they find the place again in a rewritten history.
 *
 * @param recentBlobs the first hex digits of the blobs read last, newest first
 */
record GitCursor(int epoch, ObjectId commit, List<String> recentBlobs) {
  static final int MAX_RECENT = 8;

  private static final int BLOB_DIGITS = 16;

  GitCursor {
    recentBlobs = List.copyOf(recentBlobs);
  }

  /** Before the first mail of {@code epoch}. */
  static GitCursor startOf(int epoch) {
    return new GitCursor(epoch, ObjectId.zeroId(), List.of());
  }

  /**
   * @throws IllegalArgumentException if this archive did not make the cursor
   */
  static GitCursor parse(Cursor cursor) {
    String[] words = cursor.value().split(" ", -1);
    if (words.length != 4 || !words[0].equals("git")) {
      throw new IllegalArgumentException("not a cursor of a git archive: " + cursor.value());
    }
    List<String> blobs = words[3].isEmpty() ? List.of() : List.of(words[3].split(",", -1));
    return new GitCursor(Integer.parseInt(words[1]), ObjectId.fromString(words[2]), blobs);
  }

  Cursor toCursor() {
    return new Cursor("git " + epoch + " " + commit.name() + " " + String.join(",", recentBlobs));
  }

  /**
   * The place behind a later commit.
   *
   * @param blobs the blobs of the mails between here and there, oldest first
   */
  GitCursor behind(ObjectId later, List<ObjectId> blobs) {
    List<String> recent = new ArrayList<>(MAX_RECENT);
    for (int i = blobs.size() - 1; i >= 0 && recent.size() < MAX_RECENT; i--) {
      recent.add(blobs.get(i).name().substring(0, BLOB_DIGITS));
    }
    for (int i = 0; i < recentBlobs.size() && recent.size() < MAX_RECENT; i++) {
      recent.add(recentBlobs.get(i));
    }
    return new GitCursor(epoch, later, recent);
  }

  boolean isStart() {
    return commit.equals(ObjectId.zeroId());
  }
}
