package reroll.bot.command;

import java.util.List;
import reroll.bot.series.Series;

/** {@code !why}: the evidence behind every link of a series, and why it is told. */
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
    return "says why the revisions of a series are held to be one, and why it is told here";
  }

  @Override
  public List<String> examples() {
    return List.of("!why #12", "!why page cache");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Series series = SeriesFinder.one(call);
    List<String> told = call.known().audience().reasons(call.speaker().channel(), series);
    return Answer.now(SeriesAnswers.why(series, told, call.known()));
  }
}
