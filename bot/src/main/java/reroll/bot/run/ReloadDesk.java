package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reroll.bot.delivery.PostId;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;

/** Passes on that somebody wants the configuration read again, and what came of it. Thread-safe. */
final class ReloadDesk {
  private static final List<String> NOTHING_TO_READ =
      List.of("there is no configuration file to be read");

  private final Engine engine;
  private final Optional<Runnable> reload;
  private final Clock clock;

  ReloadDesk(Engine engine, Optional<Runnable> reload, Clock clock) {
    this.engine = engine;
    this.reload = reload;
    this.clock = clock;
  }

  /** Passes it on if somebody asked for it by this: others who wait were passed on before. */
  void look(Input.Said said) throws IOException, InterruptedException {
    if (Answers.of(engine.ask(state -> state.reloads().knows(said.answer())))) {
      if (reload.isPresent()) {
        reload.get().run();
      } else {
        answer(List.of(said.answer()), NOTHING_TO_READ);
      }
    }
  }

  List<PostId> asked() throws IOException, InterruptedException {
    return Answers.of(engine.ask(state -> state.reloads().posts()));
  }

  void answer(List<PostId> asked, List<String> problems) throws IOException, InterruptedException {
    if (!asked.isEmpty()) {
      Answers.of(engine.submit(new Input.Reloaded(clock.instant(), asked, problems)));
    }
  }
}
