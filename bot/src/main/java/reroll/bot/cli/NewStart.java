package reroll.bot.cli;

import java.util.ArrayList;
import java.util.List;
import reroll.bot.config.BotConfig;

/** What of the configuration only a new start of the process can change. */
final class NewStart {
  private NewStart() {}

  /**
   * Looks at a change.
   *
   * @throws CannotStart if it needs a new start
   */
  static void refuse(BotConfig now, BotConfig next) throws CannotStart {
    List<String> problems = new ArrayList<>();
    if (!now.state().equals(next.state())) {
      problems.add("state: another folder needs a new start of the program");
    }
    if (now.chats().isEmpty() != next.chats().isEmpty()) {
      problems.add("chats: from the terminal to chats, or back, needs a new start of the program");
    }
    if (!problems.isEmpty()) {
      throw new CannotStart(problems);
    }
  }
}
