package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.state.ListState;
import reroll.bot.work.Backoff;
import reroll.bot.work.Workers;
import reroll.connectors.port.ConnectorException;

/**
 * Looks for new mail of one list again and again, and hands it to the engine. What could not be
 * read or saved is read again: the cursor is the state's own.
 */
final class ListWatch implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(ListWatch.class);

  private final WatchedList list;
  private final Engine engine;
  private final ExecutorService parsers;
  private final Workers readers;
  private final Clock clock;
  private final HealthBoard health;

  /** Open until the first look is over, well or not. */
  private final CountDownLatch looked = new CountDownLatch(1);

  private int failures;

  ListWatch(
      WatchedList list,
      Engine engine,
      ExecutorService parsers,
      Workers readers,
      Clock clock,
      HealthBoard health) {
    this.list = list;
    this.engine = engine;
    this.parsers = parsers;
    this.readers = readers;
    this.clock = clock;
    this.health = health;
  }

  private String name() {
    return list.info().name();
  }

  /** Reads what is new, then waits for the next time. */
  @Override
  public void run() {
    try {
      read();
      failures = 0;
      health.succeeded(name(), clock.instant());
      readers.after(list.poll(), this);
    } catch (ConnectorException e) {
      failed(e.getMessage(), e);
    } catch (IOException e) {
      failed("its mail cannot be saved: " + e.getMessage(), e);
    } catch (RuntimeException bug) {
      failed("reading it failed inside me; my log says more", bug);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      looked.countDown();
    }
  }

  private void read() throws ConnectorException, IOException, InterruptedException {
    ListState state = Answers.of(engine.ask(all -> all.list(name())));
    new Intake(name(), list.source(), parsers, clock, state.lastArrival())
        .<IOException>readAll(state.cursor(), batch -> hand(batch, state.caughtUp()));
  }

  private void hand(IntakeBatch batch, boolean wasCaughtUp)
      throws IOException, InterruptedException {
    boolean isNothing = batch.entries().isEmpty() && batch.next().equals(batch.after());
    if (!isNothing || !wasCaughtUp) {
      Answers.of(engine.submit(new Input.MailCame(clock.instant(), batch)));
    }
  }

  private void failed(String what, Exception why) {
    failures++;
    health.failed(name(), what);
    Duration wait = Backoff.after(failures);
    log.warn("{}: {}; trying again in {} s", name(), what, wait.toSeconds(), why);
    readers.after(wait, this);
  }

  void awaitFirstLook() throws InterruptedException {
    looked.await();
  }
}
