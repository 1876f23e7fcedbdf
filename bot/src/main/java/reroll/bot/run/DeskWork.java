package reroll.bot.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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

  /** People wait for it. */
  private static final Duration IDLE = Duration.ofMillis(200);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final Desk<Q> desk;
  private final Engine engine;
  private final Workers worker;

  DeskWork(Desk<Q> desk, Engine engine, Workers worker) {
    this.desk = desk;
    this.engine = engine;
    this.worker = worker;
  }

  /** Answers one question, then waits for the next. */
  @Override
  public void run() {
    try {
      Optional<Q> question = Answers.of(engine.ask(desk::next));
      if (question.isPresent()) {
        Answers.of(engine.submit(desk.answer(question.get())));
      }
      worker.after(question.isPresent() ? Duration.ZERO : IDLE, this);
    } catch (IOException e) {
      log.warn("an answer cannot be saved, it is made again: {}", e.getMessage());
      worker.after(AFTER_FAILURE, this);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
