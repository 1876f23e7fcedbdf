package reroll.bot.command;

import java.util.List;

/** {@code !why}: the evidence behind every link of a series. */
final class WhyCommand implements Command {
  @Override
  public String name() {
    return "why";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "says why the revisions of a series are held to be one series";
  }

  @Override
  public List<String> examples() {
    return List.of("!why #12", "!why page cache");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    return Answer.now(SeriesAnswers.why(SeriesFinder.one(call), call.known()));
  }
}
