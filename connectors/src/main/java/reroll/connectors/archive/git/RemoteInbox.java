package reroll.connectors.archive.git;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.http.Mirrors;
import reroll.connectors.port.ConnectorException;

/**
 * An inbox on a public-inbox server. Its epochs are copied to this machine and read there, as
 * {@link LocalInbox} reads any. Every look asks for the manifest; only epochs of which that says
 * something new are fetched (kernel.org's own reader, korgalore, does the same).
 *
 * <p>The first reading copies only what arrived since {@code start}, and some mails before it: they
 * are given, too, and tell by their time of arrival that they are older. Later every commit is
 * fetched, however long the reader was away. Used by one thread at a time.
 */
final class RemoteInbox implements ArchiveSource {
  private static final Logger log = LoggerFactory.getLogger(RemoteInbox.class);

  /** A start so near is "now": no mail before it is looked for. */
  private static final Duration NOW = Duration.ofHours(1);

  private final Mirrors places;
  private final Server server;
  private final EpochCopies copies;
  private final Optional<Instant> start;
  private final Clock clock;
  private final LocalInbox local;

  /** Whether the copies hold what was not read so far. */
  private boolean unread;

  private RemoteInbox(List<URI> places, ArchiveHome home) {
    this.places = new Mirrors(places);
    this.server = new Server(home.http());
    this.copies = new EpochCopies(home.folder(), home.http());
    this.start = home.start();
    this.clock = home.clock();
    this.local = new LocalInbox(home.folder());
  }

  static RemoteInbox at(List<URI> places, ArchiveHome home) {
    return new RemoteInbox(places, home);
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    Optional<GitCursor> read =
        cursor.isStart() ? Optional.empty() : Optional.of(GitCursor.parse(cursor));
    try {
      if (!unread) {
        copies.open();
        places.ask(place -> bringUpToDate(place, read));
      }
      Batch batch =
          copies.whole().isEmpty() ? Batch.nothingAfter(cursor) : local.readAfter(cursor, most);
      unread = batch.more();
      return batch;
    } catch (IOException e) {
      throw diskFailure(e);
    }
  }

  private ConnectorException diskFailure(IOException e) {
    return ConnectorException.notSent(
        "the copies in " + copies.inbox() + " cannot be used: " + e.getMessage(), e);
  }

  private Manifest bringUpToDate(URI place, Optional<GitCursor> read)
      throws ConnectorException, InterruptedException {
    Inventory inventory = server.inventory(place);
    try {
      if (copies.whole().isEmpty()) {
        begin(inventory, read);
      } else {
        follow(inventory);
      }
      return inventory.manifest();
    } catch (IOException e) {
      throw diskFailure(e);
    }
  }

  /** The old epochs first: an epoch that ends is read to its end before the next one. */
  private void follow(Inventory inventory)
      throws IOException, ConnectorException, InterruptedException {
    SortedMap<Integer, EpochCopy> whole = copies.whole();
    for (Map.Entry<Integer, String> epoch : inventory.manifest().fingerprints().entrySet()) {
      Optional<EpochCopy> copy = Optional.ofNullable(whole.get(epoch.getKey()));
      if (copy.isPresent()) {
        fetchIfMoved(copy.get(), inventory, epoch.getKey());
      } else if (epoch.getKey() > whole.lastKey()) {
        EpochCopy begun = copies.begin(epoch.getKey());
        new CopyDepth(begun, inventory.repository(epoch.getKey())).all();
        finish(inventory, Map.of(epoch.getKey(), begun));
      }
    }
  }

  private static void fetchIfMoved(EpochCopy copy, Inventory inventory, int epoch)
      throws IOException, ConnectorException, InterruptedException {
    if (!copy.fingerprint().equals(Optional.of(inventory.fingerprint(epoch)))) {
      copy.fetch(inventory.repository(epoch), transport -> {});
      copy.remember(inventory.fingerprint(epoch));
    }
  }

  /** Makes the first copies; or new ones, where those of earlier readings were thrown away. */
  private void begin(Inventory inventory, Optional<GitCursor> read)
      throws IOException, ConnectorException, InterruptedException {
    Map<Integer, EpochCopy> begun = new HashMap<>();
    List<Integer> newestFirst = new ArrayList<>(inventory.manifest().fingerprints().keySet());
    newestFirst.sort((a, b) -> Integer.compare(b, a));
    boolean enough = false;
    for (int i = 0; i < newestFirst.size() && !enough; i++) {
      int epoch = newestFirst.get(i);
      begun.put(epoch, copies.begin(epoch));
      CopyDepth depth = new CopyDepth(begun.get(epoch), inventory.repository(epoch));
      enough = read.isPresent() ? fetchAgain(depth, read.get(), epoch) : fetchFirst(depth);
    }
    finish(inventory, begun);
  }

  /** Tells whether older epochs are of no interest. */
  private boolean fetchFirst(CopyDepth depth)
      throws IOException, ConnectorException, InterruptedException {
    if (start.isEmpty()) {
      depth.all();
      return false;
    }
    if (start.get().isAfter(clock.instant().minus(NOW))) {
      depth.newest(1);
      return true;
    }
    return depth.since(start.get());
  }

  private boolean fetchAgain(CopyDepth depth, GitCursor read, int epoch)
      throws IOException, ConnectorException, InterruptedException {
    log.info("{}: the copy of epoch {} is gone, fetching it again", copies.inbox(), epoch);
    Optional<ObjectId> commit =
        read.placeIn(epoch).filter(place -> !place.isStart()).map(EpochPlace::commit);
    if (commit.isPresent()) {
      depth.backTo(commit.get());
    } else {
      depth.all();
    }
    return epoch <= read.oldestEpoch();
  }

  /** The oldest first: should this end between two, the newer ones are fetched as new ones. */
  private void finish(Inventory inventory, Map<Integer, EpochCopy> begun) throws IOException {
    for (Map.Entry<Integer, EpochCopy> copy : new TreeMap<>(begun).entrySet()) {
      copy.getValue().remember(inventory.fingerprint(copy.getKey()));
      copies.finish(copy.getKey(), copy.getValue());
    }
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException {
    return local.read(ref);
  }

  @Override
  public void probe() throws ConnectorException, InterruptedException {
    places.ask(server::inventory);
  }

  @Override
  public void close() {
    local.close();
    copies.close();
  }
}
