package reroll.connectors.archive.git;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.MutableObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * The commits of an epoch that follow a given one, oldest first: the order in which the mail
 * arrived. Dates in commits are the senders' and order nothing. Immutable once read.
 *
 * <p>48 bytes a commit in arrays, because a first read holds a whole epoch of 100,000.
 */
final class EpochLog {
  private static final byte[] PARENT = Constants.encodeASCII("parent ");
  private static final int TREE_AT = "tree ".length();
  private static final int PARENT_AT = TREE_AT + Constants.OBJECT_ID_STRING_LENGTH + 1;

  private final ObjectId head;
  private byte[] ids = new byte[64 * 2 * Constants.OBJECT_ID_LENGTH];
  private long[] seconds = new long[64];
  private int size;
  private boolean reachedStart;
  private Optional<ObjectId> broken = Optional.empty();

  private EpochLog(ObjectId head) {
    this.head = head;
  }

  /**
   * Walks from {@code head} back to {@code known}, or to the root where {@code known} is not in
   * this history.
   *
   * @throws IOException if {@code head} itself cannot be read
   */
  static EpochLog read(ObjectReader objects, ObjectId head, ObjectId known) throws IOException {
    EpochLog log = new EpochLog(head);
    log.walk(objects, known);
    return log;
  }

  /** The log of an epoch that has no commit yet. */
  static EpochLog empty() {
    return new EpochLog(ObjectId.zeroId());
  }

  /** The log of one commit by itself. */
  static EpochLog of(ObjectId id, byte[] commit) {
    EpochLog log = new EpochLog(id);
    log.add(id, ObjectId.fromString(commit, TREE_AT), committedAt(commit));
    return log;
  }

  private void walk(ObjectReader objects, ObjectId known) throws IOException {
    ObjectId at = head;
    while (!at.equals(known)) {
      byte[] commit;
      try {
        commit = objects.open(at, Constants.OBJ_COMMIT).getCachedBytes();
      } catch (IOException e) {
        if (size == 0) {
          throw e;
        }
        broken = Optional.of(at);
        return;
      }
      add(at, ObjectId.fromString(commit, TREE_AT), committedAt(commit));
      if (RawParseUtils.match(commit, PARENT_AT, PARENT) < 0) {
        return;
      }
      at = ObjectId.fromString(commit, PARENT_AT + PARENT.length);
    }
    reachedStart = true;
  }

  private static long committedAt(byte[] commit) {
    int line = RawParseUtils.committer(commit, 0);
    if (line < 0) {
      return 0;
    }
    int end = RawParseUtils.nextLF(commit, line);
    int mailEnd = end;
    while (mailEnd > line && commit[mailEnd - 1] != '>') {
      mailEnd--;
    }
    return RawParseUtils.parseLongBase10(commit, Math.min(mailEnd + 1, end - 1), null);
  }

  private void add(ObjectId commit, ObjectId tree, long second) {
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, size * 2);
      ids = Arrays.copyOf(ids, ids.length * 2);
    }
    int at = size * 2 * Constants.OBJECT_ID_LENGTH;
    commit.copyRawTo(ids, at);
    tree.copyRawTo(ids, at + Constants.OBJECT_ID_LENGTH);
    seconds[size++] = second;
  }

  /** The newest commit when this was read. */
  ObjectId head() {
    return head;
  }

  int size() {
    return size;
  }

  /** Whether the walk met the known commit; otherwise the history is another one. */
  boolean followsKnown() {
    return reachedStart;
  }

  /** The commit at which the walk had to end because the repository is damaged. */
  Optional<ObjectId> brokenAt() {
    return broken;
  }

  ObjectId commit(int index) {
    return id(index, 0);
  }

  ObjectId tree(int index) {
    return id(index, Constants.OBJECT_ID_LENGTH);
  }

  Instant committed(int index) {
    return Instant.ofEpochSecond(seconds[size - 1 - index]);
  }

  /** The walk goes backwards, so the oldest commit stands last. */
  private ObjectId id(int index, int offset) {
    MutableObjectId id = new MutableObjectId();
    id.fromRaw(ids, (size - 1 - index) * 2 * Constants.OBJECT_ID_LENGTH + offset);
    return id.toObjectId();
  }
}
