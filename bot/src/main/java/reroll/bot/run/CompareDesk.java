package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.compare.ComparisonReport;
import reroll.bot.delivery.PostId;
import reroll.bot.run.PatchReader.Gone;
import reroll.bot.run.PatchReader.Place;
import reroll.bot.series.Revision;
import reroll.bot.state.BotState;
import reroll.bot.state.Comparisons.Asked;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.work.Workers;
import reroll.connectors.port.ConnectorException;

/**
 * Compares what people asked for, one after the other, on a thread of its own: the engine never
 * waits for an archive. What fails is said at once; who wants it still asks again.
 */
final class CompareDesk implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(CompareDesk.class);

  /** People wait for it. */
  private static final Duration IDLE = Duration.ofMillis(200);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  /** What is asked for, as the engine knew it. */
  private record Question(
      PostId post, List<Place> left, List<Place> right, Optional<String> patch) {}

  private final Engine engine;
  private final PatchReader reader;
  private final Workers worker;
  private final Clock clock;

  CompareDesk(Engine engine, PatchReader reader, Workers worker, Clock clock) {
    this.engine = engine;
    this.reader = reader;
    this.worker = worker;
    this.clock = clock;
  }

  /** Answers one question, then waits for the next. */
  @Override
  public void run() {
    try {
      Optional<Question> question = Answers.of(engine.ask(CompareDesk::next));
      if (question.isPresent()) {
        Answers.of(engine.submit(answer(question.get())));
      }
      worker.after(question.isPresent() ? Duration.ZERO : IDLE, this);
    } catch (IOException e) {
      log.warn("a comparison cannot be saved, it is made again: {}", e.getMessage());
      worker.after(AFTER_FAILURE, this);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Question> next(BotState state) {
    return state
        .comparisons()
        .next()
        .map(
            asked ->
                new Question(
                    asked.post(),
                    places(state, asked, asked.what().left()),
                    places(state, asked, asked.what().right()),
                    asked.what().patch()));
  }

  private static List<Place> places(BotState state, Asked asked, long revision) {
    Optional<Revision> found = state.tracker().revision(revision);
    log.debug("{}: revision {} is {}", asked.post(), revision, found);
    return found.map(Place::of).orElse(List.of());
  }

  private Input answer(Question question) throws InterruptedException {
    try {
      Optional<ComparisonReport> report =
          ComparisonReport.of(
              reader.read(question.left()), reader.read(question.right()), question.patch());
      return answer(question, report, report.isPresent() ? "" : nothing(question));
    } catch (ConnectorException e) {
      log.warn("a comparison failed: {}", e.getMessage());
      return answer(
          question, Optional.empty(), "The archive cannot be read now: " + e.getMessage() + ".");
    } catch (Gone e) {
      return answer(question, Optional.empty(), e.getMessage());
    } catch (RuntimeException bug) {
      log.error("a comparison failed, please report it", bug);
      return answer(question, Optional.empty(), "That went wrong inside me; my log says more.");
    }
  }

  private static String nothing(Question question) {
    return question
        .patch()
        .map(patch -> "There is no patch " + patch + " in them.")
        .orElse("I know no patches of them any more.");
  }

  private Input answer(Question question, Optional<ComparisonReport> report, String problem) {
    return new Input.Compared(clock.instant(), question.post(), report, problem);
  }
}
