package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * A folder with one file a mail. New files may have names that sort before those already read, so
 * while it is open the store remembers every name it gave. A name that is known and could not be
 * read is not tried again; {@link #read} does.
 *
 * <p>Memory: some 100 bytes for each file of the folder.
 */
final class FolderStore implements MailStore {
  private static final Logger log = LoggerFactory.getLogger(FolderStore.class);

  private final FolderLayout layout;
  private final QuietTime quiet;

  /**
   * The place up to which {@link #known} and {@link #waiting} tell; empty before the first read.
   */
  private Optional<FolderCursor> cursor = Optional.empty();

  /** The names given so far, as far as the files are still there. */
  private final Set<String> known = new HashSet<>();

  /** The rest of the last listing, in order. Spares a listing for every batch. */
  private final Deque<String> waiting = new ArrayDeque<>();

  /** Where the files were when they were last listed. */
  private Map<String, Path> places = Map.of();

  FolderStore(FolderLayout layout, QuietTime quiet) {
    this.layout = layout;
    this.quiet = quiet;
  }

  @Override
  public Batch readAfter(Cursor saved, int most) throws IOException, ConnectorException {
    FolderCursor from = FolderCursor.parse(saved);
    if (!cursor.equals(Optional.of(from))) {
      startFrom(from);
    } else if (waiting.isEmpty()) {
      lookForNew();
    }
    Page page = new Page(most);
    while (!waiting.isEmpty() && !page.isFull()) {
      take(waiting.remove()).ifPresent(page::add);
    }
    return page.batch(cursor.orElseThrow().toCursor(), !waiting.isEmpty());
  }

  /** Takes for read what the cursor says was read, if that can still be told. */
  private void startFrom(FolderCursor from) throws IOException {
    cursor = Optional.empty(); // whatever happens below
    known.clear();
    places = layout.list();
    Set<String> read =
        places.keySet().stream()
            .filter(name -> NaturalOrder.INSTANCE.compare(name, from.last()) <= 0)
            .filter(name -> file(name).isFile())
            .collect(Collectors.toSet());
    if (FolderCursor.of(read).equals(from)) {
      known.addAll(read);
      cursor = Optional.of(from);
    } else {
      log.info("{}: not the same files as before; reading all of them again", layout);
      cursor = Optional.of(FolderCursor.START);
    }
    queueUnknown();
  }

  private void lookForNew() throws IOException {
    places = layout.list();
    if (known.retainAll(places.keySet())) {
      cursor = Optional.of(FolderCursor.of(known));
    }
    queueUnknown();
  }

  private void queueUnknown() {
    waiting.clear();
    places.keySet().stream()
        .filter(name -> !known.contains(name) && file(name).isFile())
        .sorted(NaturalOrder.INSTANCE)
        .forEach(waiting::add);
  }

  /** Reads the next file; empty where it has to wait for its writer. */
  private Optional<ArchiveEntry> take(String name) throws IOException {
    MailFile listed = file(name);
    for (int attempt = 0; attempt < 2 && places.containsKey(name); attempt++) {
      MailFile file = file(name);
      if (file.isJustMade(quiet)) {
        return Optional.empty();
      }
      try {
        ArchiveEntry entry = file.read();
        known.add(name);
        cursor = cursor.map(before -> before.with(name));
        return Optional.of(entry);
      } catch (NoSuchFileException e) {
        places = layout.list(); // it moved from new to cur, perhaps with many others
      }
    }
    return Optional.of(listed.gone());
  }

  private MailFile file(String name) {
    return new MailFile(name, places.get(name), layout.deliveredAt(name));
  }

  /**
   * @param ref a file's name without folder and flags
   */
  @Override
  public Optional<ArchiveEntry> read(String ref) throws IOException {
    Path path = layout.list().get(ref);
    if (path == null) {
      return Optional.empty();
    }
    MailFile file = new MailFile(ref, path, layout.deliveredAt(ref));
    try {
      return file.isFile() ? Optional.of(file.read()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    waiting.clear();
    known.clear();
    cursor = Optional.empty();
  }
}
