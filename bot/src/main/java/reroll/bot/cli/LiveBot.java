package reroll.bot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigProblems;
import reroll.bot.delivery.PostId;
import reroll.bot.run.Bot;
import reroll.bot.state.Engine;
import reroll.bot.words.FileTrouble;
import reroll.connectors.port.ConnectorException;

/**
 * The bot of {@code reroll run}, and the next one when the configuration changes: it is read and
 * checked whole, then the one bot saves its state and ends, and the next takes it up. What does not
 * start leaves the configuration as it was. Thread-safe.
 */
final class LiveBot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveBot.class);

  /** Where the configuration is read from. */
  interface Source {
    BotConfig load() throws ConfigProblems;
  }

  private final Source source;
  private final LastingChats chats;
  private final RunningBot.Surroundings around;
  private final Semaphore wanted = new Semaphore(0);

  /** Failed when no bot runs any more, and why. */
  private final CompletableFuture<Void> fate = new CompletableFuture<>();

  /** Guarded by this, as all that follows. */
  private BotConfig config;

  private Optional<RunningBot> running = Optional.empty();

  /** Set before the lock is asked for: nothing is to be started any more. */
  private volatile boolean ending;

  private LiveBot(
      Source source, BotConfig config, LastingChats chats, RunningBot.Surroundings around) {
    this.source = source;
    this.config = config;
    this.chats = chats;
    this.around = around;
  }

  /**
   * Starts the first bot.
   *
   * @param config as it was read first
   */
  static LiveBot start(
      Source source, BotConfig config, LastingChats chats, RunningBot.Surroundings around)
      throws CannotStart, InterruptedException {
    LiveBot live = new LiveBot(source, config, chats, around);
    live.begin(config);
    // Whoever asked before the last end has what was asked for: this start read the file.
    live.tell(live.asked(), List.of());
    Thread thread = new Thread(live::reloadWhenAsked, "reload");
    thread.setDaemon(true);
    thread.start();
    return live;
  }

  /** Has the configuration read again, soon. Never blocks. */
  void reloadSoon() {
    wanted.release();
  }

  private void reloadWhenAsked() {
    try {
      while (!ending) {
        wanted.acquire();
        wanted.drainPermits();
        reload();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      log.error("the configuration could not be read again, please report it", bug);
      fate.completeExceptionally(bug);
    }
  }

  private synchronized void reload() throws InterruptedException {
    if (ending) {
      return;
    }
    List<PostId> asked = asked();
    List<String> problems = takeUp();
    if (problems.isEmpty()) {
      log.info("the configuration was read again");
    }
    problems.forEach(problem -> log.error("the configuration stays as it was: {}", problem));
    tell(asked, problems);
  }

  /** Works by the configuration as it is now; what is wrong with it, if it cannot. */
  private List<String> takeUp() throws InterruptedException {
    BotConfig next;
    try {
      next = source.load();
      NewStart.refuse(config, next);
      chats.of(next);
    } catch (ConfigProblems e) {
      return e.problems();
    } catch (CannotStart e) {
      return e.problems();
    } catch (ConnectorException e) {
      chats.keepOnly(config);
      return List.of(e.getMessage());
    }
    end();
    try {
      begin(next);
      config = next;
      return List.of();
    } catch (CannotStart e) {
      goOnAsBefore();
      return e.problems();
    }
  }

  private void goOnAsBefore() throws InterruptedException {
    try {
      begin(config);
    } catch (CannotStart e) {
      fate.completeExceptionally(e);
    }
  }

  private void begin(BotConfig by) throws CannotStart, InterruptedException {
    if (ending) {
      return;
    }
    chats.keepOnly(by);
    by.log().use();
    try {
      running = Optional.of(RunningBot.start(by, chats.of(by), around, this::reloadSoon));
    } catch (ConnectorException e) {
      throw new CannotStart(List.of(e.getMessage()));
    }
  }

  private void end() {
    try {
      if (running.isPresent()) {
        running.get().close();
      }
    } catch (IOException e) {
      log.error("the bot could not end well: {}", FileTrouble.of(e));
    } finally {
      running = Optional.empty();
    }
  }

  private List<PostId> asked() throws InterruptedException {
    try {
      return running.isPresent() ? running.get().bot().reloadsAsked() : List.of();
    } catch (IOException e) {
      log.debug("nobody can be asked", e);
      return List.of();
    }
  }

  private void tell(List<PostId> asked, List<String> problems) throws InterruptedException {
    try {
      if (running.isPresent()) {
        running.get().bot().reloaded(asked, problems);
      }
    } catch (IOException e) {
      log.warn("who asked for it could not be told: {}", FileTrouble.of(e));
    }
  }

  /** The bot that runs now; waits while one follows another. */
  private synchronized Optional<Bot> now() {
    return running.map(RunningBot::bot);
  }

  /** Waits until every list was looked at, and everybody has their answer. */
  void awaitAnswered() throws InterruptedException {
    Optional<Bot> bot = now();
    while (bot.isPresent() && !hasAnswered(bot.get())) {
      bot = now();
    }
  }

  private boolean hasAnswered(Bot bot) throws InterruptedException {
    try {
      bot.awaitFirstLook();
      bot.awaitDelivered();
      return true;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof Engine.EndedException) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits as long as a bot runs.
   *
   * @throws CannotStart if none does because none could be started
   */
  void awaitEnd() throws CannotStart, InterruptedException {
    try {
      fate.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotStart why) {
        throw why;
      }
      throw new IllegalStateException("the bot ended", e.getCause());
    }
  }

  /** The state is saved before the process ends. */
  @Override
  public void close() {
    ending = true;
    wanted.release();
    synchronized (this) {
      end();
      chats.close();
    }
    fate.complete(null);
  }
}
