package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.series.Missing;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.work.Backoff;
import reroll.bot.work.Workers;
import reroll.connectors.port.ConnectorException;

/**
 * Fetches what the engine misses, one revision after another, on a thread of its own: no list waits
 * for it. An archive that does not answer is asked again a few times, then the gap stays.
 */
final class LookupDesk implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(LookupDesk.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final int MAX_TRIES = 6;

  /** What is asked for, as the engine knew it. */
  private record Question(long revision, Instant began, List<Missing> missing) {}

  private final Engine engine;
  private final Finder finder;
  private final Workers worker;
  private final Clock clock;
  private final RandomGenerator chance = new SplittableRandom();
  private int failures;

  LookupDesk(Engine engine, Finder finder, Workers worker, Clock clock) {
    this.engine = engine;
    this.finder = finder;
    this.worker = worker;
    this.clock = clock;
  }

  /** Answers one question, then waits for the next. */
  @Override
  public void run() {
    try {
      Optional<Question> question = Answers.of(engine.ask(LookupDesk::next));
      if (question.isPresent()) {
        answer(question.get());
      }
      worker.after(question.isPresent() && failures == 0 ? Duration.ZERO : pause(), this);
    } catch (IOException e) {
      log.warn("what was looked up cannot be saved, it is looked up again: {}", e.getMessage());
      worker.after(Backoff.after(MAX_TRIES), this);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    return failures == 0 ? IDLE : Backoff.spread(Backoff.after(failures), chance);
  }

  private static Optional<Question> next(BotState state) {
    return state
        .lookUps()
        .next()
        .map(
            number ->
                state
                    .tracker()
                    .revision(number)
                    .map(r -> new Question(number, r.began(), state.tracker().missing(r)))
                    .orElse(new Question(number, Instant.EPOCH, List.of())));
  }

  private void answer(Question question) throws IOException, InterruptedException {
    try {
      settle(question, finder.find(question.missing(), question.began()));
    } catch (ConnectorException e) {
      failures++;
      boolean givesUp = failures >= MAX_TRIES || e.outcome() == ConnectorException.Outcome.REJECTED;
      log.warn(
          "what is missing of revision {} cannot be looked up{}: {}",
          question.revision(),
          givesUp ? "" : " now",
          e.getMessage());
      if (givesUp) {
        settle(question, List.of());
      }
    }
  }

  private void settle(Question question, List<IntakeEntry> found)
      throws IOException, InterruptedException {
    Answers.of(engine.submit(new Input.LookedUp(clock.instant(), question.revision(), found)));
    failures = 0;
  }
}
