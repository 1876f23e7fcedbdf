package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.words.FileTrouble;
import tools.jackson.databind.ObjectMapper;

/** What can be done with a saved state beside running on it. Immutable. */
public final class StateCare {
  private final Path folder;
  private final Disk disk;
  private final StateSettings settings;

  /**
   * @param settings of the bot whose state it is
   */
  public StateCare(Path folder, Disk disk, StateSettings settings) {
    this.folder = folder;
    this.disk = disk;
    this.settings = settings;
  }

  /**
   * What a look at a saved state found.
   *
   * @param damaged a sentence for each file that cannot be read, though the state can without it
   * @param inputs that made the state
   */
  public record Report(
      int snapshots,
      int journals,
      List<String> damaged,
      long inputs,
      int series,
      int patchMails,
      int follows,
      int owedPosts) {
    public Report {
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Reads all of the state as a start would, and every file of it; changes nothing, and does no
   * harm to a bot at work on it.
   *
   * @throws CorruptStateException if it cannot be taken up; the message is for the user
   */
  public Report verify() throws IOException {
    return verify(StateCopy.take(folder, disk));
  }

  private Report verify(StateCopy copy) throws IOException {
    Map<String, byte[]> files = copy.files();
    if (files.isEmpty()) {
      throw new IOException(folder + " holds no state");
    }
    List<String> damaged = new ArrayList<>();
    int snapshots = 0;
    ObjectMapper json = StateJson.mapper();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (StateFiles.isSnapshot(file.getKey())) {
        snapshots++;
      }
      trouble(file.getKey(), file.getValue(), json).ifPresent(damaged::add);
    }
    BotState state = StateFolder.loaded(folder, copy, settings);
    return new Report(
        snapshots,
        files.size() - snapshots,
        damaged,
        state.inputs(),
        state.tracker().series().size(),
        state.tracker().size(),
        state.follows().all().size(),
        state.outbox().size());
  }

  /** What is wrong with a file; empty where it can be read. */
  private static Optional<String> trouble(String name, byte[] file, ObjectMapper json) {
    try {
      if (StateFiles.isSnapshot(name)) {
        new Snapshot().decode(file);
      } else {
        Journal.read(() -> json, file);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(name + " cannot be read: " + FileTrouble.of(e));
    }
  }

  /**
   * The files of the state by their names, whole and fitting together, whoever works on them.
   *
   * @throws CorruptStateException if what was copied cannot be taken up
   */
  public Map<String, byte[]> copy() throws IOException {
    StateCopy copy = StateCopy.take(folder, disk);
    verify(StateCopy.of(folder, copy.files()));
    return copy.files();
  }

  /**
   * Puts files in a folder that holds no state so far.
   *
   * @param files as {@link #copy} gave them
   * @throws IOException if there is a state already, or the files are none; then nothing was
   *     written
   */
  public Report restore(Map<String, byte[]> files) throws IOException {
    Report report = verify(StateCopy.of(folder, files));
    try (StateFolder here = StateFolder.open(folder, disk)) {
      here.fill(files);
    }
    return report;
  }

  /**
   * Saves the state whole, in the newest form, and drops all older files; no bot may be at work on
   * it.
   *
   * @throws IOException if the state cannot be taken up or saved; the older files are there still
   */
  public void compact() throws IOException {
    verify();
    try (StateFolder files = StateFolder.open(folder, disk)) {
      files.save(files.load(() -> new BotState(settings)));
      files.keepNewest();
    }
  }
}
