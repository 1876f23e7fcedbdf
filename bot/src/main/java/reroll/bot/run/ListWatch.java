package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.intake.FirstReading;
import reroll.bot.intake.FirstReadingGauge;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.state.ListState;
import reroll.bot.words.FileTrouble;
import reroll.bot.work.Backoff;
import reroll.bot.work.Workers;
import reroll.connectors.port.ConnectorException;

/**
 * Looks for new mail of one list again and again, and hands it to the engine. What could not be
 * read or saved is read again: the cursor is the state's own.
 */
final class ListWatch implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(ListWatch.class);

  /** What all watches share. */
  record Surroundings(
      Engine engine,
      ExecutorService parsers,
      Workers readers,
      Clock clock,
      HealthBoard health,
      Consumer<FirstReading> progress) {}

  private final WatchedList list;
  private final SharedArchive archive;
  private final Surroundings around;
  private final RandomGenerator chance = new SplittableRandom();

  /** Open until the first look is over, well or not. */
  private final CountDownLatch looked = new CountDownLatch(1);

  private int failures;

  /** Told once, not at every try; {@code !status} has it as long as it lasts. */
  private String lastFailure = "";

  ListWatch(WatchedList list, SharedArchive archive, Surroundings around) {
    this.list = list;
    this.archive = archive;
    this.around = around;
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
      lastFailure = "";
      around.health().succeeded(name(), around.clock().instant());
      looked.countDown();
      awaitNext();
    } catch (ConnectorException e) {
      failed(e.getMessage(), e.retryAfter(), e);
    } catch (IOException e) {
      failed("its mail cannot be saved: " + FileTrouble.of(e), Optional.empty(), e);
    } catch (RejectedExecutionException stopping) {
      log.debug("{}: the bot stops in the middle of a reading", name(), stopping);
    } catch (RuntimeException bug) {
      log.error("{}: reading it failed, please report it", name(), bug);
      failed("reading it failed inside me; my log says more", Optional.empty(), bug);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      looked.countDown();
    }
  }

  /** Reads what is new. */
  void read() throws ConnectorException, IOException, InterruptedException {
    ListState state = Answers.of(around.engine().ask(all -> all.list(name())));
    FirstReadingGauge gauge =
        new FirstReadingGauge(name(), around.clock().instant(), around.progress());
    new Intake(name(), archive, around.parsers(), around.clock(), state.lastArrival())
        .<IOException>readAll(
            state.cursor(),
            batch -> {
              hand(state.caughtUp() ? batch : wanted(batch), state.caughtUp());
              if (!state.caughtUp()) {
                gauge.reached(batch, around.clock().instant());
              }
            });
  }

  /** Not every archive can begin in its middle; what it gives beyond is left out here. */
  private IntakeBatch wanted(IntakeBatch batch) {
    return list.start().map(batch::since).orElse(batch);
  }

  private void hand(IntakeBatch batch, boolean wasCaughtUp)
      throws IOException, InterruptedException {
    boolean isNothing = batch.entries().isEmpty() && batch.next().equals(batch.after());
    if (!isNothing || !wasCaughtUp) {
      Answers.of(around.engine().submit(new Input.MailCame(around.clock().instant(), batch)));
    }
  }

  /** Where the archive tells of news by itself, this thread listens; elsewhere it looks again. */
  private void awaitNext() throws ConnectorException, InterruptedException {
    if (archive.awaitNews(list.poll())) {
      around.readers().now(this);
    } else {
      around.readers().after(list.poll(), this);
    }
  }

  private void failed(String what, Optional<Duration> asked, Exception why) {
    failures++;
    around.health().failed(name(), what, around.clock().instant());
    Duration own = Backoff.spread(Backoff.after(failures), chance);
    Duration wait = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
    if (!what.equals(lastFailure)) {
      log.warn("{}: {}; trying again, first in {} s", name(), what, wait.toSeconds());
      lastFailure = what;
    }
    log.debug("{}: it failed here", name(), why);
    around.readers().after(wait, this);
  }

  /** Nobody waits for the first look any longer; it may never have begun. */
  void giveUp() {
    looked.countDown();
  }

  void awaitFirstLook() throws InterruptedException {
    looked.await();
  }
}
