package reroll.bot.run;

import java.io.IOException;
import java.util.Optional;
import reroll.bot.state.BotState;
import reroll.bot.state.Input;

/**
 * Answers questions of the engine's that mail has to be read again for.
 *
 * @param <Q> a question, as the engine knew it when it was looked at; immutable
 */
interface Desk<Q> {
  /** What is to be answered next; on the state thread. */
  Optional<Q> next(BotState state);

  /**
   * Answers it, if only with what went wrong.
   *
   * @throws IOException if the engine cannot be asked
   */
  Input answer(Q question) throws IOException, InterruptedException;
}
