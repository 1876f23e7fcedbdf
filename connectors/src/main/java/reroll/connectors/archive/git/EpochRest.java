package reroll.connectors.archive.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;

/** What is still to be read of an epoch, with one {@code head}. Used by one thread at a time. */
final class EpochRest {
  private static final Logger log = LoggerFactory.getLogger(EpochRest.class);

  private final EpochReader reader;
  private final EpochLog history;
  private EpochPlace place;
  private int index;

  private EpochRest(EpochReader reader, EpochLog history, EpochPlace place, int index) {
    this.reader = reader;
    this.history = history;
    this.place = place;
    this.index = index;
  }

  /** Walks the history behind {@code place}. */
  static EpochRest behind(EpochPlace place, EpochReader reader, ObjectId head) throws IOException {
    EpochLog history = reader.logAfter(place.commit(), head);
    history.brokenAt().ifPresent(commit -> warnOfDamage(reader.epoch(), commit));
    if (place.isStart() || history.followsKnown()) {
      return new EpochRest(reader, history, place, 0);
    }
    EpochRest rest = new EpochRest(reader, history, place, findAgain(place, reader, history));
    if (rest.isEmpty()) {
      rest.place = place.behind(head, List.of()); // found without another walk from now on
    }
    return rest;
  }

  /**
   * Finds the place behind the mail read last in a history that was rewritten. A mail that was
   * removed and came back stands there twice: the first one counts, so that nothing is skipped.
   */
  private static int findAgain(EpochPlace place, EpochReader reader, EpochLog history) {
    log.info("{}: history was rewritten, looking for the place", reader.epoch().repository());
    int bestRank = EpochPlace.MAX_RECENT;
    int found = 0;
    for (int i = 0; i < history.size() && bestRank > 0; i++) {
      int rank = place.rank(reader.blobOf(history, i));
      if (rank < bestRank) {
        bestRank = rank;
        found = i + 1;
      }
    }
    if (found == 0) {
      log.warn(
          "{}: nothing that was read before is in the new history; reading all of it again",
          reader.epoch().repository());
    }
    return found;
  }

  private static void warnOfDamage(Epoch epoch, ObjectId commit) {
    log.error(
        "{}: commit {} cannot be read; mail before it is out of reach. Try git fsck, or fetch anew.",
        epoch.repository(),
        commit.name());
  }

  /** Whether this is what a new walk from {@code from} to {@code head} would give. */
  boolean isFor(EpochPlace from, ObjectId head) {
    return place.equals(from) && history.head().equals(head);
  }

  boolean isEmpty() {
    return index == history.size();
  }

  /** Reads on, up to the limits of a batch. */
  List<ArchiveEntry> read(int most) {
    int from = index;
    int to = (int) Math.min((long) from + most, history.size());
    List<ArchiveEntry> entries = reader.entries(history, from, to);
    index += entries.size();
    place = place.behind(history.commit(index - 1), blobs(from));
    return entries;
  }

  /** The blobs of the mails read last, from an index on. */
  private List<ObjectId> blobs(int from) {
    List<ObjectId> blobs = new ArrayList<>();
    for (int i = Math.max(from, index - EpochPlace.MAX_RECENT); i < index; i++) {
      ObjectId blob = reader.blobOf(history, i);
      if (!blob.equals(ObjectId.zeroId())) {
        blobs.add(blob);
      }
    }
    return blobs;
  }

  /** Behind what was read so far. */
  EpochPlace place() {
    return place;
  }
}
