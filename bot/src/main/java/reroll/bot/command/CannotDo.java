package reroll.bot.command;

import java.util.Optional;
import reroll.templates.View;

/** A command that cannot be carried out as it was said. The message is for the one who said it. */
public final class CannotDo extends Exception {
  private final transient Optional<View> answer;

  public CannotDo(String message) {
    super(message);
    answer = Optional.empty();
  }

  /** With an answer that helps more than how the command is used. */
  CannotDo(String message, View answer) {
    super(message);
    this.answer = Optional.of(answer);
  }

  Optional<View> answer() {
    return answer;
  }
}
