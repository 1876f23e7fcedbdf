package reroll.connectors.archive.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import reroll.connectors.http.Http;

/**
 * The folder with the copies of an inbox: {@code git/0.git} as on the server. A copy that is being
 * made for the first time has a name of its own until it is whole. Used by one thread at a time.
 */
final class EpochCopies implements AutoCloseable {
  private static final String UNFINISHED = ".part";

  private final Path inbox;
  private final Http http;
  private Optional<FileChannel> lock = Optional.empty();

  EpochCopies(Path inbox, Http http) {
    this.inbox = inbox;
    this.http = http;
  }

  Path inbox() {
    return inbox;
  }

  /**
   * Makes the folder ours, once, and takes away what a killed process left half done there.
   *
   * @throws IOException also if another process works there
   */
  void open() throws IOException {
    if (lock.isPresent()) {
      return;
    }
    Files.createDirectories(folder());
    FileChannel channel =
        FileChannel.open(
            inbox.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(channel)) {
      channel.close();
      throw new IOException("another process reads this list there");
    }
    lock = Optional.of(channel);
    clear();
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock(); // held until the channel is closed
      return taken != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> entries = Files.list(folder())) {
      for (Path entry : entries.toList()) {
        if (entry.toString().endsWith(UNFINISHED)) {
          delete(entry);
        }
      }
    }
    for (Epoch epoch : Epoch.at(inbox)) {
      clear(epoch.repository());
    }
  }

  /** JGit's locks, and packs that it was still receiving. */
  private static void clear(Path repository) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".lock") || name.startsWith("incoming_") || name.equals("gc.pid")) {
          Files.delete(file);
        }
      }
    }
    new CopyPacks(repository).clear();
  }

  private Path folder() {
    return inbox.resolve("git");
  }

  /** The copies that are whole, by their numbers. */
  SortedMap<Integer, EpochCopy> whole() throws IOException {
    SortedMap<Integer, EpochCopy> copies = new TreeMap<>();
    for (Epoch epoch : Epoch.at(inbox)) {
      copies.put(epoch.number(), new EpochCopy(epoch.repository(), http));
    }
    return copies;
  }

  /** Begins a copy; an earlier attempt is thrown away. */
  EpochCopy begin(int epoch) throws IOException {
    Path folder = folder().resolve(epoch + ".git" + UNFINISHED);
    delete(folder);
    return EpochCopy.create(folder, http);
  }

  /** Makes a copy that was begun a whole one. */
  void finish(int epoch, EpochCopy copy) throws IOException {
    Files.move(copy.folder(), folder().resolve(epoch + ".git"));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> entries = Files.walk(folder)) {
      deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : deepestFirst) {
      Files.delete(entry);
    }
  }

  @Override
  public void close() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lock = Optional.empty();
  }
}
