package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Incoming;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Asks the server what happened, for ever, on a thread of its own. The place in what was said is
 * saved only after all before it was taken in; what is therefore taken twice after a crash is told
 * by its event's name.
 */
final class SyncLoop implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(SyncLoop.class);

  private static final int EVENTS_OF_A_ROOM = 50;

  /** An answer that comes sooner, with nothing new in it, comes from a server that runs wild. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final String THING = "sync";

  private final Homeserver server;
  private final Discovery discovery;
  private final Rooms rooms;
  private final Memory memory;
  private final RoomWork work;
  private final Troubles troubles;
  private final Patience patience;
  private final Clock clock;
  private final Consumer<Incoming> inbox;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Optional<SyncReader> reader = Optional.empty();
  private String hint = "";
  private int failures;
  private int empty;

  SyncLoop(Parts parts, Patience patience, Clock clock, Consumer<Incoming> inbox) {
    this.server = parts.server();
    this.discovery = parts.discovery();
    this.rooms = parts.rooms();
    this.memory = parts.memory();
    this.work = parts.work();
    this.troubles = parts.troubles();
    this.patience = patience;
    this.clock = clock;
    this.inbox = inbox;
  }

  @Override
  public void run() {
    try {
      memory.load();
      while (closed.getCount() > 0) {
        oneRound();
      }
    } catch (IOException e) {
      troubles.note(THING, "my place in what was said cannot be read: " + e.getMessage());
    } catch (InterruptedException stop) {
      log.debug("told to stop");
    }
  }

  void close() {
    closed.countDown();
  }

  private void oneRound() throws InterruptedException {
    try {
      sync();
      work.doWhatWaits();
      memory.save();
      failures = 0;
      troubles.clear(THING);
    } catch (ConnectorException e) {
      failed(e.getMessage() + (mayBeElsewhere(e) ? hint() : ""), e.retryAfter());
    } catch (IOException e) {
      failed("my place in what was said cannot be saved: " + e.getMessage(), Optional.empty());
    } catch (RuntimeException bug) {
      log.error("what happened cannot be read, please report it", bug);
      failed("something went wrong inside me; my log says more", Optional.empty());
    }
  }

  /** Whether the configuration may name what is no homeserver: none was met so far. */
  private boolean mayBeElsewhere(ConnectorException failure) {
    return reader.isEmpty()
        && failure.outcome() == Outcome.NOT_SENT
        && failure.retryAfter().isEmpty();
  }

  private String hint() throws InterruptedException {
    if (hint.isEmpty()) {
      hint = discovery.hint();
    }
    return hint;
  }

  private void failed(String why, Optional<Duration> asked) throws InterruptedException {
    failures++;
    if (failures > 1) { // one failure is nothing yet
      troubles.note(THING, why);
    }
    pause(asked.orElseGet(() -> patience.after(failures)));
  }

  private void pause(Duration wait) throws InterruptedException {
    boolean over = closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    log.trace("waited {}, closed: {}", wait, over);
  }

  private void sync() throws ConnectorException, IOException, InterruptedException {
    SyncReader taker = reader();
    Optional<String> since = memory.since();
    boolean first = since.isEmpty();
    Instant asked = clock.instant();
    Reply reply =
        server.sync(
            since,
            first ? SyncFilter.first(asked.toEpochMilli()) : SyncFilter.whole(EVENTS_OF_A_ROOM),
            first ? Duration.ZERO : patience.poll());
    if (!reply.isOk()) {
      refused(reply, since);
      return;
    }
    String next = reply.text("next_batch");
    if (next.isEmpty()) {
      throw ConnectorException.notSent("the homeserver answers a sync without a next_batch", null);
    }
    boolean anything = taker.take(reply.body(), since, inbox);
    memory.reach(Optional.of(next));
    bridle(anything || first, Duration.between(asked, clock.instant()));
  }

  /** A place that the server does not know (any longer) is given up; all else is tried again. */
  private void refused(Reply reply, Optional<String> since) throws ConnectorException, IOException {
    ConnectorException failure = reply.failure("the homeserver does not let me listen", false);
    boolean unknown = failure.outcome() == Outcome.REJECTED && reply.status() == 400;
    if (unknown && since.isPresent()) {
      log.warn(
          "{}; I listen from now on, what was said since I was away is lost", failure.getMessage());
      memory.reach(Optional.empty());
    }
    throw failure;
  }

  private void bridle(boolean anything, Duration took) throws InterruptedException {
    if (anything || took.compareTo(AT_ONCE) >= 0 || took.compareTo(patience.poll()) >= 0) {
      empty = 0;
      return;
    }
    empty++;
    pause(patience.after(empty));
  }

  /** Made when the server first says who the bot is. */
  private SyncReader reader() throws ConnectorException, InterruptedException {
    if (reader.isEmpty()) {
      String me = server.user();
      Hearing hearing = new Hearing(me, server.displayName());
      work.lookAround();
      Timeline timeline = new Timeline(server, me);
      Reactions reactions = new Reactions(server, me);
      reader = Optional.of(new SyncReader(rooms, memory, timeline, hearing, reactions, work));
      log.info("in as {}", me);
    }
    return reader.get();
  }
}
