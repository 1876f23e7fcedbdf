package reroll.bot.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.words.FileTrouble;
import tools.jackson.databind.ObjectMapper;

/**
 * The folder in which the state is kept: the last snapshots, and a journal behind each of them. A
 * file's number says how many inputs came before it. State thread only.
 */
final class StateFolder implements Closeable {
  /** The older ones are for the day on which the newest turns out to be damaged. */
  static final int SNAPSHOTS_KEPT = 3;

  private static final Logger log = LoggerFactory.getLogger(StateFolder.class);
  private static final String LOCK = "lock";

  private final Path folder;
  private final Disk disk;
  private final StateFiles files;
  private final Snapshot snapshots = new Snapshot();
  private final Closeable lock;

  /** Takes long to make; who only looks at a state that ended well has no need of it. */
  private Optional<CompletableFuture<ObjectMapper>> json = Optional.empty();

  private Optional<Journal> journal = Optional.empty();

  private StateFolder(Path folder, Disk disk, Closeable lock) {
    this.folder = folder;
    this.disk = disk;
    this.files = new StateFiles(folder, disk);
    this.lock = lock;
  }

  /**
   * What a folder holds, for somebody who only looks.
   *
   * @throws IOException as {@link #open} and {@link #load} do
   */
  static BotState loaded(Path folder, Disk disk, StateSettings settings) throws IOException {
    try (StateFolder files = open(folder, disk)) {
      return files.load(() -> new BotState(settings));
    }
  }

  /**
   * Takes a folder for this process alone.
   *
   * @throws IOException if it cannot be used; the message says why
   */
  static StateFolder open(Path folder, Disk disk) throws IOException {
    try {
      disk.createFolder(folder);
    } catch (IOException e) {
      throw new IOException("the state folder cannot be made: " + FileTrouble.of(e), e);
    }
    try {
      return new StateFolder(folder, disk, disk.lock(folder.resolve(LOCK)));
    } catch (Disk.InUseException e) {
      throw new IOException("another Reroll runs on the state folder " + folder, e);
    } catch (IOException e) {
      throw new IOException("the state folder cannot be used: " + FileTrouble.of(e), e);
    }
  }

  /**
   * Brings a new state to where the saved one was.
   *
   * @param fresh makes the new state, on another thread while the saved one is read
   * @throws CorruptStateException if what is there cannot be taken up
   */
  BotState load(Supplier<BotState> fresh) throws IOException {
    CompletableFuture<BotState> made = CompletableFuture.supplyAsync(fresh);
    List<StateFiles.Numbered> kept = files.snapshots();
    List<StateFiles.Numbered> journals = files.journals();
    Optional<SavedState> saved = newestGood(kept);
    if (saved.isEmpty() && !kept.isEmpty() && journals.stream().noneMatch(j -> j.number() == 0)) {
      throw new CorruptStateException(
          "no snapshot in "
              + folder
              + " is whole; put one back from a backup, or move the folder away to start anew"
              + " (follows and unsent posts are lost then)");
    }
    BotState state = made.join();
    saved.ifPresent(state::restore);
    for (StateFiles.Numbered each : since(state.inputs(), journals)) {
      replay(each.file(), state);
    }
    begin(state.inputs());
    return state;
  }

  /** Those that may hold what came after so many inputs: each ends where the next one begins. */
  private static List<StateFiles.Numbered> since(long inputs, List<StateFiles.Numbered> journals) {
    int first = 0;
    while (first + 1 < journals.size() && journals.get(first + 1).number() <= inputs) {
      first++;
    }
    return journals.subList(first, journals.size());
  }

  private Optional<SavedState> newestGood(List<StateFiles.Numbered> kept) throws IOException {
    for (int i = kept.size() - 1; i >= 0; i--) {
      Path file = kept.get(i).file();
      try (Disk.Content content = disk.open(file)) {
        return Optional.of(snapshots.decode(content));
      } catch (Snapshot.UnknownSchemaException e) {
        throw new CorruptStateException(file + " cannot be read: " + e.getMessage(), e);
      } catch (IOException e) {
        String then = i > 0 ? "; taking the one before it" : "";
        log.error("{} cannot be read: {}{}", file, FileTrouble.of(e), then);
      }
    }
    return Optional.empty();
  }

  private void replay(Path file, BotState state) throws IOException {
    Journal.Content content;
    try {
      content = Journal.read(this::json, disk.read(file));
    } catch (IOException e) {
      throw new CorruptStateException(
          file
              + " cannot be read: "
              + e.getMessage()
              + "; put it back from a backup, or move the folder away to start anew",
          e);
    }
    for (Journal.Entry entry : content.entries()) {
      apply(entry, state, file);
    }
    if (content.torn()) {
      log.warn("{} ends in half a line, of a write that was never confirmed; it is cut", file);
      try (Disk.Tail tail = disk.append(file)) {
        tail.cut(content.goodLength());
      }
    }
  }

  private static void apply(Journal.Entry entry, BotState state, Path file) throws IOException {
    long number = entry.first();
    if (number > state.inputs() + 1) {
      throw new CorruptStateException(
          file
              + " goes on with input "
              + number
              + ", but what is known ends with "
              + state.inputs()
              + ": a file is missing; put it back from a backup");
    }
    for (Input input : entry.inputs()) {
      if (number++ == state.inputs() + 1) {
        state.apply(input);
      }
    }
  }

  private void begin(long inputs) throws IOException {
    Optional<Journal> before = journal;
    journal = Optional.of(Journal.begin(this::json, disk, files.journal(inputs)));
    if (before.isPresent()) {
      before.get().close();
    }
  }

  /**
   * Has made ready, on another thread, what the first input needs; to be called before {@link
   * #load}, which takes longer.
   */
  void prepare() {
    json = Optional.of(CompletableFuture.supplyAsync(StateJson::mapper));
  }

  private ObjectMapper json() {
    if (json.isEmpty()) {
      prepare();
    }
    return json.get().join();
  }

  /** Makes inputs safe; see {@link Journal#add}. */
  void add(long first, List<Input> inputs) throws IOException {
    journal.orElseThrow(() -> new IllegalStateException("not loaded yet")).add(first, inputs);
  }

  /** How long the journal has become, in bytes. */
  long journalLength() {
    return journal.map(Journal::length).orElse(0L);
  }

  /** Saves the whole state, begins a new journal and drops what nothing needs any more. */
  void save(BotState state) throws IOException {
    write(snapshots.encode(state.save()), files.snapshot(state.inputs()));
    begin(state.inputs());
    deleteOld(SNAPSHOTS_KEPT);
  }

  /** On a full disk half a snapshot would take the room that the journal needs. */
  private void write(byte[] snapshot, Path file) throws IOException {
    Path temporary = folder.resolve("snapshot.tmp");
    try {
      disk.writeAndSync(temporary, snapshot);
      disk.replace(temporary, file);
    } catch (IOException e) {
      try {
        disk.delete(temporary);
      } catch (IOException alsoThis) {
        e.addSuppressed(alsoThis);
      }
      throw e;
    }
  }

  /** Puts in the files of a state; only where there is none. */
  void fill(Map<String, byte[]> parts) throws IOException {
    if (disk.names(folder).stream().anyMatch(StateFiles::isPartOfState)) {
      throw new IOException(folder + " holds a state already; move it away first");
    }
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      write(part.getValue(), folder.resolve(part.getKey()));
    }
  }

  /** Drops all but the newest snapshot, once that was read back. */
  void keepNewest() throws IOException {
    List<StateFiles.Numbered> all = files.snapshots();
    try (Disk.Content newest = disk.open(all.get(all.size() - 1).file())) {
      snapshots.decode(newest);
    }
    deleteOld(1);
  }

  private void deleteOld(int kept) throws IOException {
    List<StateFiles.Numbered> all = files.snapshots();
    int old = Math.max(0, all.size() - kept);
    for (StateFiles.Numbered each : all.subList(0, old)) {
      disk.delete(each.file());
    }
    long oldest = all.isEmpty() ? 0 : all.get(old).number();
    for (StateFiles.Numbered each : files.journals()) {
      if (each.number() < oldest) {
        disk.delete(each.file());
      }
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  @Override
  public void close() throws IOException {
    try {
      if (journal.isPresent()) {
        journal.get().close();
      }
    } finally {
      lock.close();
    }
  }
}
