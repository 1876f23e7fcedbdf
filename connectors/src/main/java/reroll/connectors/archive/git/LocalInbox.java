package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * A public-inbox archive on this machine: one bare epoch, or a v2 inbox folder with several. Epochs
 * that appear while it is open are read in their turn. Used by one thread at a time.
 */
final class LocalInbox implements ArchiveSource {
  private final Path path;

  /** Open epochs by their number. */
  private final Map<Integer, EpochReader> readers = new HashMap<>();

  /** What is still to be read of the epoch at work; spares a walk for every batch. */
  private Optional<EpochRest> atWork = Optional.empty();

  LocalInbox(Path path) {
    this.path = path;
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException {
    try {
      return read(cursor, most);
    } catch (IOException e) {
      throw ConnectorException.notSent(
          path + " cannot be read as a git repository: " + e.getMessage(), e);
    }
  }

  private Batch read(Cursor saved, int most) throws IOException, ConnectorException {
    List<Epoch> epochs = Epoch.at(path);
    if (epochs.isEmpty()) {
      throw new IOException("no repository there");
    }
    GitCursor cursor =
        saved.isStart() ? GitCursor.startOf(epochs.get(0).number()) : GitCursor.parse(saved);
    for (Epoch epoch : epochs) {
      Optional<EpochRest> rest = restOf(epoch, cursor);
      if (rest.isPresent()) {
        List<ArchiveEntry> entries = rest.get().isEmpty() ? List.of() : rest.get().read(most);
        cursor = cursor.with(rest.get().place());
        if (!entries.isEmpty()) {
          atWork = rest;
          return new Batch(
              entries, cursor.toCursor(), !rest.get().isEmpty() || hasNews(epochs, cursor));
        }
      }
    }
    return new Batch(List.of(), saved.isStart() ? saved : cursor.toCursor(), false);
  }

  /** Empty for an epoch that is done, or has no mail so far. */
  private Optional<EpochRest> restOf(Epoch epoch, GitCursor cursor) throws IOException {
    Optional<EpochPlace> from = cursor.placeIn(epoch.number());
    Optional<ObjectId> head = from.isPresent() ? reader(epoch).head() : Optional.empty();
    if (head.isEmpty()) {
      if (from.isPresent() && !from.get().isStart()) {
        throw new IOException(epoch.repository() + " has lost its branch, and with it all mail");
      }
      return Optional.empty();
    }
    return atWork.isPresent() && atWork.get().isFor(from.get(), head.get())
        ? atWork
        : Optional.of(EpochRest.behind(from.get(), reader(epoch), head.get()));
  }

  /** Whether there is an epoch whose newest commit was not read. */
  private boolean hasNews(List<Epoch> epochs, GitCursor cursor) throws IOException {
    for (Epoch epoch : epochs) {
      Optional<ObjectId> read = cursor.placeIn(epoch.number()).map(EpochPlace::commit);
      Optional<ObjectId> head = reader(epoch).head();
      if (read.isPresent() && head.isPresent() && !read.equals(head)) {
        return true;
      }
    }
    return false;
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
}
