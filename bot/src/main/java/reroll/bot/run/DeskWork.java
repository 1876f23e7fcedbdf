package reroll.bot.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.state.Engine;
import reroll.bot.work.Workers;

/**
 * A desk at work, one question after the other, on a thread of its own: the engine never waits for
 * an archive.
 *
 * @param <Q> a question
 */
final class DeskWork<Q> implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(DeskWork.class);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final Desk<Q> desk;
  private final Engine engine;
  private final Workers worker;
  private final Supplier<CompletableFuture<Void>> nextChange;

  /**
   * Makes one.
   *
   * @param nextChange done when the engine's state changes the next time
   */
  DeskWork(
      Desk<Q> desk, Engine engine, Workers worker, Supplier<CompletableFuture<Void>> nextChange) {
    this.desk = desk;
    this.engine = engine;
    this.worker = worker;
    this.nextChange = nextChange;
  }

  /** Answers one question; where there is none, looks again when the state has changed. */
  @Override
  public void run() {
    try {
      // Taken before the look, so that no change falls in between.
      CompletableFuture<Void> change = nextChange.get();
      Optional<Q> question = Answers.of(engine.ask(desk::next));
      if (question.isPresent()) {
        Answers.of(engine.submit(desk.answer(question.get())));
        worker.now(this);
      } else {
        CompletableFuture<Void> woken = change.thenRun(() -> worker.now(this));
        log.trace("no question: {}", woken);
      }
    } catch (IOException e) {
      log.warn("an answer cannot be saved, it is made again: {}", e.getMessage());
      worker.after(AFTER_FAILURE, this);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
