package reroll.bot.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.intake.FirstReading;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.words.FileTrouble;
import reroll.bot.work.Workers;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;

/** The whole bot: lists are watched, the engine decides, posts go to the chats. Thread-safe. */
public final class Bot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Bot.class);

  /** Finer than anything that waits for time. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Reading an archive stops at once, or when the archive is closed. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** A chat that has more of them has one, in truth. */
  private static final int MAX_TROUBLES = 20;

  private final Engine engine;
  private final List<ChatDesk> chats = new ArrayList<>();
  private final Clock clock;
  private final HealthBoard health = new HealthBoard();
  private final CommandTally commands;
  private final VitalsDesk vitals;
  private final List<WatchedList> lists;
  private final boolean answersWhenRead;
  private final ReloadDesk reloads;
  private final Listener listener;
  private final List<ListWatch> watches = new ArrayList<>();
  private final Map<String, SharedArchive> archives = new HashMap<>();
  private final Workers readers;
  private final Workers finders = new Workers("look-up", 1);
  private final Workers readersAgain = new Workers("reader again", 2);

  /** Saving may take long, and the time goes on meanwhile. */
  private final Workers timers = new Workers("timer", 2);

  private final ExecutorService parsers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /** Completed and replaced whenever the state changes. */
  private final AtomicReference<CompletableFuture<Void>> nextChange =
      new AtomicReference<>(new CompletableFuture<>());

  /** Guarded by this. */
  private boolean closed;

  private Bot(BotSetup setup, List<NamedChat> named) throws IOException {
    this.clock = setup.clock();
    this.lists = setup.lists();
    DueDigests digests = new DueDigests(clock.instant(), lists.size());
    // A look at an archive may take long, or never end; the others go on meanwhile.
    this.readers = new Workers("reader", Math.max(1, lists.size()));
    this.answersWhenRead = setup.answersWhenRead();
    AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
    engine =
        Engine.start(
            setup.stateFolder(), setup.disk(), setup.settings(), () -> changed(wake.get()));
    named.forEach(chat -> chats.add(new ChatDesk(chat, engine, clock)));
    commands = new CommandTally(clock);
    reloads = new ReloadDesk(engine, setup.reload(), clock);
    listener = new Listener(engine, chats, reloads, this::health, clock);
    vitals = new VitalsDesk(engine, health, commands, clock);
    wake.set(() -> chats.forEach(ChatDesk::wake));
    wake.get().run(); // for what an earlier run still owes
    timers.every(TICK, new TimeDesk(engine, digests, health, this::health, clock));
    timers.every(setup.saveEvery(), this::save);
  }

  /** Starts a bot with one chat alone; see {@link #start(BotSetup, List)}. */
  public static Bot start(BotSetup setup, ChatPlatform chat)
      throws IOException, ConnectorException {
    return start(setup, List.of(NamedChat.alone(chat)));
  }

  /**
   * Starts a bot.
   *
   * @throws IOException if the saved state cannot be taken up; the message is for the user
   * @throws ConnectorException if a chat cannot be used at all
   */
  public static Bot start(BotSetup setup, List<NamedChat> chats)
      throws IOException, ConnectorException {
    Bot bot = new Bot(setup, chats);
    bot.watch(setup.progress());
    setup.lookup().ifPresent(bot::lookUp);
    bot.readAgain(setup.lookup());
    try {
      for (ChatDesk chat : bot.chats) {
        chat.start(bot.commands.counting(bot::hear));
      }
    } catch (ConnectorException e) {
      bot.close();
      throw e;
    }
    return bot;
  }

  private void watch(Consumer<FirstReading> progress) {
    ListWatch.Surroundings around =
        new ListWatch.Surroundings(engine, parsers, readers, clock, health, progress);
    for (WatchedList list : lists) {
      SharedArchive archive = new SharedArchive(list.source());
      archives.put(list.info().name(), archive);
      ListWatch watch = new ListWatch(list, archive, around);
      watches.add(watch);
      readers.now(watch);
    }
  }

  private void lookUp(ArchiveLookup archive) {
    finders.now(new LookupDesk(engine, new Finder(archive, clock), finders, clock));
  }

  private void readAgain(Optional<ArchiveLookup> elsewhere) {
    PatchReader reader = new PatchReader(archives, elsewhere);
    readersAgain.now(deskWork(new CompareDesk(reader, clock)));
    readersAgain.now(deskWork(new DigestDesk(engine, reader, clock)));
  }

  private <Q> DeskWork<Q> deskWork(Desk<Q> desk) {
    return new DeskWork<>(desk, engine, readersAgain, nextChange::get);
  }

  private void changed(Runnable wake) {
    wake.run();
    nextChange.getAndSet(new CompletableFuture<>()).complete(null);
  }

  private void save() {
    try {
      Answers.of(engine.save());
      vitals.saved();
    } catch (IOException e) {
      log.error("the snapshot cannot be written, the journal goes on: {}", FileTrouble.of(e));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what somebody said; returns when it is safe. */
  private void hear(Incoming said) {
    try {
      if (answersWhenRead) {
        awaitFirstLook();
      }
      listener.accept(said);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the reading of the lists goes, and what keeps chats from working. */
  private List<SourceHealth> health() {
    List<SourceHealth> all = new ArrayList<>(health.all());
    for (ChatDesk chat : chats) {
      chat.troubles().stream()
          .limit(MAX_TROUBLES)
          .forEach(what -> all.add(SourceHealth.failing(chat.name(), what)));
    }
    return all;
  }

  /** Who asked for the configuration to be read again and has no answer so far. */
  public List<PostId> reloadsAsked() throws IOException, InterruptedException {
    return reloads.asked();
  }

  /**
   * The configuration was read again, or refused; those who asked are told.
   *
   * @param asked by whom
   * @param problems why it was refused, a line each; empty where it was taken up
   */
  public void reloaded(List<PostId> asked, List<String> problems)
      throws IOException, InterruptedException {
    reloads.answer(asked, problems);
  }

  /**
   * Takes up what the configuration subscribes; to be called once, after the start.
   *
   * @throws IOException if it cannot be saved
   */
  public void configure(List<Topic> subscriptions) throws IOException, InterruptedException {
    if (!ask(state -> state.audience().subscriptions().isConfiguredAs(subscriptions))) {
      Answers.of(engine.submit(new Input.Configured(clock.instant(), subscriptions)));
    }
  }

  /** Waits until every list was looked at once, well or not. */
  public void awaitFirstLook() throws InterruptedException {
    for (ListWatch watch : watches) {
      watch.awaitFirstLook();
    }
  }

  /** Waits until everybody has their answer, and nothing is owed to the chat any more. */
  public void awaitDelivered() throws InterruptedException {
    await(
        state ->
            state.comparisons().isEmpty()
                && state.reloads().isEmpty()
                && state.digesting().isEmpty()
                && state.outbox().size() == 0);
  }

  /** Waits until the state is such. */
  public void await(Predicate<BotState> such) throws InterruptedException {
    CompletableFuture<Void> change = nextChange.get();
    while (!ask(such::test)) {
      change.join();
      change = nextChange.get();
    }
  }

  /** Looks at the state; see {@link Engine#ask}. */
  public <T> T ask(Function<BotState, T> question) throws InterruptedException {
    try {
      return Answers.of(engine.ask(question));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the bot is, for those who run it; waits for the state thread. */
  public Vitals vitals() throws IOException, InterruptedException {
    return vitals.look(lists, chats);
  }

  /** Stops: no new mail, no new commands; what is owed stays owed. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    readers.abort();
    finders.abort();
    readersAgain.abort();
    parsers.shutdownNow();
    timers.abort();
    watches.forEach(ListWatch::giveUp);
    chats.forEach(ChatDesk::hush);
    ChatDesk.finishSending(chats);
    engine.close();
    changed(() -> {}); // those who wait for a change learn that none comes
    chats.forEach(ChatDesk::close);
    closeArchives();
  }

  /** Not under the hands of those who read, if they can be stopped; the next bot reads the same. */
  private void closeArchives() {
    try {
      readers.awaitRest(REST);
      readersAgain.awaitRest(REST);
      lists.forEach(list -> list.source().close());
      readers.awaitRest(REST);
    } catch (InterruptedException e) {
      lists.forEach(list -> list.source().close());
      Thread.currentThread().interrupt();
    }
  }
}
