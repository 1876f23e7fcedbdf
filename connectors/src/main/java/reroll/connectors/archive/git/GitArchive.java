package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Setting;

/**
 * A public-inbox archive on this machine: one bare epoch, or a v2 inbox folder with several. Epochs
 * that appear while it is open are read in their turn. Used by one thread at a time.
 */
public final class GitArchive implements ArchiveSource {
  public static final Factory<Settings> FACTORY = new GitFactory();

  /** What the configuration file says of such an archive. */
  public record Settings(
      @Setting(
              value = "a bare public-inbox epoch, or an inbox folder that holds git/0.git",
              sample = "/srv/lore/kvm")
          Path path) {}

  private static final Logger log = LoggerFactory.getLogger(GitArchive.class);

  private final Path path;

  /** Open epochs by their number. */
  private final Map<Integer, EpochReader> readers = new HashMap<>();

  /** What is still to be read of the epoch at work; spares a walk for every batch. */
  private Optional<Pending> pending = Optional.empty();

  private GitArchive(Path path) {
    this.path = path;
  }

  /** The rest of an epoch from {@code index} on, which is where {@code cursor} points. */
  private record Pending(EpochLog log, int index, GitCursor cursor) {}

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException {
    try {
      return read(cursor, most);
    } catch (IOException e) {
      throw ConnectorException.notSent(
          path + " cannot be read as a git repository: " + e.getMessage(), e);
    }
  }

  private Batch read(Cursor cursor, int most) throws IOException {
    List<Epoch> epochs = Epoch.at(path);
    if (epochs.isEmpty()) {
      throw new IOException("no repository there");
    }
    GitCursor at =
        cursor.isStart() ? GitCursor.startOf(epochs.get(0).number()) : GitCursor.parse(cursor);
    for (Epoch epoch : epochs) {
      if (epoch.number() < at.epoch()) {
        continue;
      }
      GitCursor from = epoch.number() == at.epoch() ? at : GitCursor.startOf(epoch.number());
      Pending rest = restOf(epoch, from);
      if (rest.index() < rest.log().size()) {
        boolean last = epoch.number() == epochs.get(epochs.size() - 1).number();
        return batch(reader(epoch), rest, most, !last);
      }
    }
    return Batch.nothingAfter(cursor);
  }

  private Pending restOf(Epoch epoch, GitCursor from) throws IOException {
    EpochReader reader = reader(epoch);
    Optional<ObjectId> head = reader.head();
    if (head.isEmpty()) {
      return new Pending(EpochLog.empty(), 0, from);
    }
    if (pending.isPresent()
        && pending.get().cursor().equals(from)
        && pending.get().log().head().equals(head.get())) {
      return pending.get();
    }
    EpochLog after = reader.logAfter(from.commit(), head.get());
    after.brokenAt().ifPresent(commit -> warnOfDamage(epoch, commit));
    int index = from.isStart() || after.followsKnown() ? 0 : findAgain(reader, after, from);
    return new Pending(after, index, from);
  }

  /** Finds the place behind the mail read last in a history that was rewritten. */
  private static int findAgain(EpochReader reader, EpochLog history, GitCursor from) {
    log.info("{}: history was rewritten, looking for the place", reader.epoch().repository());
    for (String blob : from.recentBlobs()) {
      for (int i = history.size() - 1; i >= 0; i--) {
        if (reader.blobOf(history, i).name().startsWith(blob)) {
          return i + 1;
        }
      }
    }
    log.warn(
        "{}: nothing that was read before is in the new history; reading all of it again",
        reader.epoch().repository());
    return 0;
  }

  private static void warnOfDamage(Epoch epoch, ObjectId commit) {
    log.error(
        "{}: commit {} cannot be read; mail before it is out of reach. Try git fsck, or fetch anew.",
        epoch.repository(),
        commit.name());
  }

  private Batch batch(EpochReader reader, Pending rest, int most, boolean laterEpochs) {
    EpochLog history = rest.log();
    List<ArchiveEntry> entries = new ArrayList<>();
    if (rest.index() == 0 && history.brokenAt().isPresent()) {
      entries.add(outOfReach(reader, history));
    }
    int index = rest.index();
    long bytes = 0;
    while (index < history.size() && entries.size() < most && bytes < MAX_BATCH_BYTES) {
      ArchiveEntry entry = reader.entry(history, index++);
      entries.add(entry);
      bytes += entry instanceof RawMail mail ? mail.bytes().length : 0;
    }
    GitCursor next = placeBehind(reader, rest, index);
    pending = Optional.of(new Pending(history, index, next));
    return new Batch(entries, next.toCursor(), index < history.size() || laterEpochs);
  }

  private static ArchiveEntry outOfReach(EpochReader reader, EpochLog history) {
    return new Unreadable(
        reader.refOf(history.brokenAt().orElseThrow()),
        history.committed(0),
        "the history before this commit is damaged");
  }

  private static GitCursor placeBehind(EpochReader reader, Pending rest, int index) {
    List<ObjectId> blobs = new ArrayList<>();
    for (int i = Math.max(rest.index(), index - GitCursor.MAX_RECENT); i < index; i++) {
      ObjectId blob = reader.blobOf(rest.log(), i);
      if (!blob.equals(ObjectId.zeroId())) {
        blobs.add(blob);
      }
    }
    return rest.cursor().behind(rest.log().commit(index - 1), blobs);
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException {
    String[] parts = ref.split("/", 2);
    try {
      for (Epoch epoch : Epoch.at(path)) {
        if (parts.length == 2 && parts[0].equals(Integer.toString(epoch.number()))) {
          return reader(epoch).find(parts[1]);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw ConnectorException.notSent(path + ": cannot read " + ref + ": " + e.getMessage(), e);
    }
  }

  private EpochReader reader(Epoch epoch) throws IOException {
    EpochReader reader = readers.get(epoch.number());
    if (reader == null) {
      reader = new EpochReader(epoch);
      readers.put(epoch.number(), reader);
    }
    return reader;
  }

  @Override
  public void close() {
    readers.values().forEach(EpochReader::close);
    readers.clear();
  }

  private static final class GitFactory implements Factory<Settings> {
    @Override
    public String type() {
      return "git";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public ArchiveSource open(Settings settings) throws ConnectorException {
      DetachedJGit.install();
      Path path = settings.path();
      if (!Files.isDirectory(path)) {
        throw ConnectorException.rejected(path + " is not a folder: name an epoch such as 0.git");
      }
      try {
        if (Epoch.at(path).isEmpty()) {
          throw ConnectorException.rejected(
              path + " holds no git repository: name an epoch such as 0.git, or its inbox folder");
        }
      } catch (IOException e) {
        throw ConnectorException.notSent(path + " cannot be read: " + e.getMessage(), e);
      }
      return new GitArchive(path);
    }
  }
}
