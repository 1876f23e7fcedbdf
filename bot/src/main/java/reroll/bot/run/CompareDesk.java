package reroll.bot.run;

import java.time.Clock;
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
import reroll.bot.state.Comparison;
import reroll.bot.state.Input;
import reroll.connectors.port.ConnectorException;

/** Compares what people asked for. What fails is said at once; who wants it still asks again. */
final class CompareDesk implements Desk<CompareDesk.Question> {
  private static final Logger log = LoggerFactory.getLogger(CompareDesk.class);

  /** What is asked for, as the engine knew it. */
  record Question(PostId post, List<Place> left, List<Place> right, Optional<String> patch) {}

  private final PatchReader reader;
  private final Clock clock;

  CompareDesk(PatchReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Optional<Question> next(BotState state) {
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

  private static List<Place> places(BotState state, Comparison asked, long revision) {
    Optional<Revision> found = state.tracker().revision(revision);
    log.debug("{}: revision {} is {}", asked.post(), revision, found);
    return found.map(Place::of).orElse(List.of());
  }

  @Override
  public Input answer(Question question) throws InterruptedException {
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
