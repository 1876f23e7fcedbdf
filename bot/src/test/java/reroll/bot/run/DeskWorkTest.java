package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.bot.work.Workers;

/** When a desk looks for questions. */
@Timeout(60)
class DeskWorkTest {
  private static final Input ANSWER = new Input.Configured(Instant.EPOCH, List.of());

  @TempDir private Path folder;
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
  private final AtomicReference<CompletableFuture<Void>> nextChange =
      new AtomicReference<>(new CompletableFuture<>());

  @Test
  void itLooksWhenTheStateChangesAndNotBefore() throws Exception {
    Workers workers = new Workers("desk", 1);
    StateSettings settings =
        new StateSettings(List.of(), ZoneOffset.UTC, 10, StateSettings.DEFAULT_QUIET);
    try (Engine engine = Engine.start(folder, new RealDisk(), settings, () -> {})) {
      workers.now(new DeskWork<>(new Counter(), engine, workers, nextChange::get));
      assertThat(seen.take()).isEqualTo("nothing");

      questions.add("one");
      questions.add("two");
      nextChange.getAndSet(new CompletableFuture<>()).complete(null);
      assertThat(List.of(seen.take(), seen.take(), seen.take()))
          .containsExactly("one", "two", "nothing");
      assertThat(seen).isEmpty();
    } finally {
      workers.abort();
    }
  }

  /** Has the questions that the test puts there. */
  private final class Counter implements Desk<String> {
    @Override
    public Optional<String> next(BotState state) {
      Optional<String> question = Optional.ofNullable(questions.poll());
      seen.add(question.orElse("nothing"));
      return question;
    }

    @Override
    public Input answer(String question) {
      return ANSWER;
    }
  }
}
