package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.words.FileTrouble;

/**
 * The one owner of the state. Takes inputs from any thread, makes them safe in the journal, then
 * applies them, in one order. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  /** Longer journals make starts slow; a snapshot begins a new one. */
  static final long MAX_JOURNAL_BYTES = 64L << 20;

  /** As many pieces of work are written to the disk at once. */
  private static final int GROUP = 16;

  /** More wait with those who bring them. */
  private static final int QUEUE = 64;

  private static final Logger log = LoggerFactory.getLogger(Engine.class);

  private final BotState state;
  private final StateFolder folder;
  private final Runnable changed;
  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread;

  /** Whether the last one of all work was done. State thread only. */
  private boolean ended;

  /** Set when the state thread does no more: work that comes then fails, and waits for nobody. */
  private volatile boolean over;

  private Engine(BotState state, StateFolder folder, Runnable changed) {
    this.state = state;
    this.folder = folder;
    this.changed = changed;
    this.thread = new Thread(this::run, "state");
  }

  /**
   * Takes up what a folder holds, and waits for inputs.
   *
   * @param changed called on the state thread after the state changed; must not block
   * @throws CorruptStateException if what is saved cannot be taken up
   * @throws IOException if the folder cannot be used
   */
  public static Engine start(Path folder, Disk disk, StateSettings settings, Runnable changed)
      throws IOException {
    return start(folder, disk, () -> new BotState(settings), changed);
  }

  static Engine start(Path folder, Disk disk, Supplier<BotState> fresh, Runnable changed)
      throws IOException {
    StateFolder files = StateFolder.open(folder, disk);
    files.prepare();
    try {
      Engine engine = new Engine(files.load(fresh), files, changed);
      engine.thread.start();
      return engine;
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /** One thing to be done on the state thread, and who waits for it. */
  private interface Work {
    /** What is to be made safe first. */
    List<Input> inputs();

    void run() throws IOException;

    void fail(Exception why);
  }

  private record Change(Input input, BotState state, CompletableFuture<Void> done) implements Work {
    @Override
    public List<Input> inputs() {
      return List.of(input);
    }

    @Override
    public void run() {
      state.apply(input);
      done.complete(null);
    }

    @Override
    public void fail(Exception why) {
      done.completeExceptionally(why);
    }
  }

  /** Something that is done with the state and changes nothing in it. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private record Look<T>(Reading<T> reading, CompletableFuture<T> answer) implements Work {
    @Override
    public List<Input> inputs() {
      return List.of();
    }

    @Override
    public void run() throws IOException {
      answer.complete(reading.read());
    }

    @Override
    public void fail(Exception why) {
      answer.completeExceptionally(why);
    }
  }

  /**
   * Hands over an input; waits while too much is waiting already.
   *
   * @return done when the input is safe and applied; fails with an {@link IOException} if it could
   *     not be made safe, and then it changed nothing
   */
  public CompletableFuture<Void> submit(Input input) throws InterruptedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    hand(new Change(input, state, done));
    return done;
  }

  /**
   * Looks at the state.
   *
   * @param question runs on the state thread; keeps nothing that can change
   */
  public <T> CompletableFuture<T> ask(Function<BotState, T> question) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    hand(new Look<>(() -> question.apply(state), answer));
    return answer;
  }

  /** Saves all of the state, so that the next start need not repeat what made it. */
  public CompletableFuture<Void> save() throws InterruptedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    hand(new Look<Void>(this::saveNow, done));
    return done;
  }

  private void hand(Work work) throws InterruptedException {
    queue.put(work);
    if (over) {
      failTheRest();
    }
  }

  private void failTheRest() {
    for (Work late = queue.poll(); late != null; late = queue.poll()) {
      late.fail(new EndedException());
    }
  }

  /** The engine was closed; what was asked of it is neither done nor safe. */
  public static final class EndedException extends IOException {
    private static final long serialVersionUID = 1;

    private EndedException() {
      super("the bot stops");
    }
  }

  private Void saveNow() throws IOException {
    folder.save(state);
    return null;
  }

  private void run() {
    List<Work> group = new ArrayList<>();
    try {
      while (!ended) {
        group.add(queue.take());
        queue.drainTo(group, GROUP - 1);
        carryOut(group);
        group.clear();
      }
    } catch (InterruptedException stop) {
      log.debug("the state thread was told to stop");
    } finally {
      over = true;
      failTheRest();
    }
  }

  /** All changes first: a snapshot is of a state that the journal has in whole lines. */
  private void carryOut(List<Work> group) {
    List<Work> changes = group.stream().filter(work -> !work.inputs().isEmpty()).toList();
    if (!changes.isEmpty()) {
      change(changes);
    }
    group.stream().filter(work -> work.inputs().isEmpty()).forEach(Engine::finish);
  }

  private void change(List<Work> changes) {
    try {
      folder.add(
          state.inputs() + 1, changes.stream().flatMap(work -> work.inputs().stream()).toList());
    } catch (IOException e) {
      log.error("the state in {} cannot be saved: {}", folder, FileTrouble.of(e));
      changes.forEach(work -> work.fail(e));
      return;
    } catch (RuntimeException bug) {
      log.error("the state cannot be saved, please report it", bug);
      changes.forEach(work -> work.fail(bug));
      return;
    }
    changes.forEach(Engine::finish);
    changed.run();
    saveLongJournal();
  }

  private static void finish(Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException e) {
      work.fail(e);
    }
  }

  private void saveLongJournal() {
    if (folder.journalLength() > MAX_JOURNAL_BYTES) {
      try {
        folder.save(state);
      } catch (IOException e) {
        log.error("the snapshot cannot be written, the journal goes on: {}", FileTrouble.of(e));
      }
    }
  }

  /** Does all that was handed over, saves the state and gives the folder free. */
  @Override
  public void close() throws IOException {
    try {
      CompletableFuture<Void> last = new CompletableFuture<>();
      hand(new Look<Void>(this::end, last));
      thread.join();
      log.debug("the state is saved");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.interrupt();
    } finally {
      folder.close();
    }
  }

  private Void end() {
    ended = true;
    try {
      folder.save(state);
    } catch (IOException e) {
      // What it would have held is in the journal.
      log.error("the last snapshot cannot be written: {}", FileTrouble.of(e));
    }
    return null;
  }
}
