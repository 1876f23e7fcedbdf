package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.command.SourceHealth;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;

/** Tells the engine the time when something waits for it; to be run now and then. */
final class TimeDesk implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(TimeDesk.class);

  private final Engine engine;
  private final DueDigests digests;
  private final HealthBoard lists;
  private final Supplier<List<SourceHealth>> health;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param health of the lists and the chats
   */
  TimeDesk(
      Engine engine,
      DueDigests digests,
      HealthBoard lists,
      Supplier<List<SourceHealth>> health,
      Clock clock) {
    this.engine = engine;
    this.digests = digests;
    this.lists = lists;
    this.health = health;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      Instant now = clock.instant();
      Optional<Instant> due = Answers.of(engine.ask(BotState::nextDue));
      if (due.filter(at -> !at.isAfter(now)).isPresent()) {
        Answers.of(engine.submit(new Input.TimeCame(now)));
      }
      tellDigests(now);
    } catch (IOException e) {
      log.warn("the time could not be told: {}", e.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellDigests(Instant now) throws IOException, InterruptedException {
    Optional<Instant> due = Answers.of(engine.ask(BotState::nextDigest));
    if (due.filter(at -> digests.canBeMade(at, now, lists.all())).isPresent()) {
      Answers.of(engine.submit(new Input.DigestsDue(now, health.get())));
    }
  }
}
