package reroll.connectors.archive.git;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import reroll.connectors.port.ConnectorException;

/**
 * Makes the first fetch of an epoch as deep as it has to be. Servers count depth by the dates in
 * commits, which are the senders' (public-inbox-v2-format(5)): one old date would hide all mail
 * before it. What a server calls enough is therefore looked at, and made deeper where it is not.
 */
final class CopyDepth {
  /** Mails looked at before the first one that is wanted. */
  private static final int MARGIN = 100;

  private static final int FIRST_LOOK = 200;

  private final EpochCopy copy;
  private final URI from;

  CopyDepth(EpochCopy copy, URI from) {
    this.copy = copy;
    this.from = from;
  }

  /** Fetches everything. */
  void all() throws IOException, ConnectorException, InterruptedException {
    copy.fetch(from, transport -> {});
  }

  /**
   * Fetches what arrived since then, and some mails before.
   *
   * @return whether there is nothing wanted before it: in this epoch, or in those before
   */
  boolean since(Instant start) throws IOException, ConnectorException, InterruptedException {
    sinceByDates(start);
    int reach = reach();
    for (int more = MARGIN; isShallow(); more = reach()) {
      deepen(reach + more);
      if (!holdsNewer(reach() - reach, start)) {
        return true;
      }
      reach = reach();
    }
    return reach > 0 && !holdsNewer(1, start);
  }

  private void sinceByDates(Instant start)
      throws IOException, ConnectorException, InterruptedException {
    try {
      copy.fetch(from, transport -> transport.setDeepenSince(start));
    } catch (ConnectorException e) {
      if (WebFailure.in(e).isPresent()) {
        throw e;
      }
      newest(1); // a server refuses where nothing is new enough
    }
  }

  /** Fetches the newest mails only. */
  void newest(int mails) throws IOException, ConnectorException, InterruptedException {
    deepen(mails);
  }

  /** Fetches back to a commit that was read before; everything where it is no longer there. */
  void backTo(ObjectId read) throws IOException, ConnectorException, InterruptedException {
    deepen(FIRST_LOOK);
    while (isShallow() && !holds(read)) {
      deepen(reach() * 4);
    }
  }

  private void deepen(int depth) throws IOException, ConnectorException, InterruptedException {
    copy.fetch(from, transport -> transport.setDepth(depth));
  }

  private int reach() throws IOException {
    return log(ObjectId.zeroId()).map(EpochLog::size).orElse(0);
  }

  private boolean holds(ObjectId read) throws IOException {
    return log(read).filter(EpochLog::followsKnown).isPresent();
  }

  /** Whether one of the oldest mails arrived since then. */
  private boolean holdsNewer(int oldest, Instant start) throws IOException {
    Optional<EpochLog> log = log(ObjectId.zeroId());
    for (int i = 0; log.isPresent() && i < Math.min(oldest, log.get().size()); i++) {
      if (!log.get().committed(i).isBefore(start)) {
        return true;
      }
    }
    return false;
  }

  private boolean isShallow() throws IOException {
    try (EpochRepository repository = new EpochRepository(copy.folder())) {
      return !repository.shallow().isEmpty();
    }
  }

  private Optional<EpochLog> log(ObjectId known) throws IOException {
    try (EpochRepository repository = new EpochRepository(copy.folder())) {
      Optional<ObjectId> head = repository.head();
      return head.isPresent()
          ? Optional.of(EpochLog.read(repository, head.get(), known))
          : Optional.empty();
    }
  }
}
