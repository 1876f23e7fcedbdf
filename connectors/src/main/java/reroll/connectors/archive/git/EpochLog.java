package reroll.connectors.archive.git;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.MutableObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.MutableInteger;
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

  /** Years up to 5138; more digits are no time. */
  private static final int MAX_DIGITS = 11;

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
   * @throws IOException if {@code head} itself cannot be read, or the disk fails: that may pass,
   *     and what lies behind must not be given up for it
   */
  static EpochLog read(EpochRepository repository, ObjectId head, ObjectId known)
      throws IOException {
    EpochLog log = new EpochLog(head);
    log.walk(repository, known);
    return log;
  }

  /** The log of one commit by itself. */
  static EpochLog of(ObjectId id, byte[] commit) throws IOException {
    EpochLog log = new EpochLog(id);
    log.add(id, commit);
    return log;
  }

  private void walk(EpochRepository repository, ObjectId known) throws IOException {
    Set<ObjectId> shallow = repository.shallow();
    Optional<ObjectId> at = Optional.of(head);
    while (at.isPresent() && !at.get().equals(known)) {
      ObjectId commit = at.get();
      try {
        at = add(commit, repository.look(objects -> objects.commit(commit)));
      } catch (MissingObjectException | CorruptObjectException e) {
        addBroken(commit, e);
        return;
      }
      if (shallow.contains(commit)) {
        return; // git clone --depth: its parent was never fetched
      }
    }
    reachedStart = at.isPresent();
  }

  /** Adds a commit and tells its parent. */
  private Optional<ObjectId> add(ObjectId id, byte[] commit) throws IOException {
    try {
      ObjectId tree = ObjectId.fromString(commit, TREE_AT);
      Optional<ObjectId> parent =
          RawParseUtils.match(commit, PARENT_AT, PARENT) < 0
              ? Optional.empty()
              : Optional.of(ObjectId.fromString(commit, PARENT_AT + PARENT.length));
      add(id, tree, committedAt(commit));
      return parent;
    } catch (InvalidObjectIdException | IndexOutOfBoundsException e) {
      throw new CorruptObjectException(id, "not the form of a commit");
    }
  }

  /** The place of a commit that cannot be read; what came before it cannot be known. */
  private void addBroken(ObjectId commit, IOException why) throws IOException {
    if (size == 0) {
      throw why;
    }
    broken = Optional.of(commit);
    add(commit, ObjectId.zeroId(), seconds[size - 1]);
  }

  /** The second at the end of the committer line; 0 where there is none that could be. */
  private static long committedAt(byte[] commit) {
    int line = RawParseUtils.committer(commit, 0);
    if (line < 0) {
      return 0;
    }
    int end = RawParseUtils.nextLF(commit, line);
    int at = end;
    while (at > line && commit[at - 1] != '>') {
      at--; // the last bracket, as a name may hold some
    }
    return at == line ? 0 : secondAt(commit, at, end);
  }

  private static long secondAt(byte[] commit, int from, int end) {
    int digits = from;
    while (digits < end && commit[digits] == ' ') {
      digits++;
    }
    if (digits == end || !isDigit(commit[digits])) {
      return 0;
    }
    MutableInteger next = new MutableInteger();
    long second = RawParseUtils.parseLongBase10(commit, digits, next);
    boolean sound =
        next.value - digits <= MAX_DIGITS
            && (next.value == end || Character.isWhitespace(commit[next.value]));
    return sound ? second : 0;
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
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

  /**
   * The commit at which the walk had to end because the repository is damaged; it is the oldest of
   * this log.
   */
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
