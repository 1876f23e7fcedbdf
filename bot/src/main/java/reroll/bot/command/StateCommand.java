package reroll.bot.command;

import java.util.List;

/** {@code !state}: how the newest version of a series stands, with the grounds. */
final class StateCommand implements Command {
  @Override
  public String name() {
    return "state";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "says how a series stands, and from what that is concluded";
  }

  @Override
  public List<String> examples() {
    return List.of("!state #12", "!state page cache");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    return Answer.now(StandingAnswers.state(SeriesFinder.one(call), call));
  }
}
