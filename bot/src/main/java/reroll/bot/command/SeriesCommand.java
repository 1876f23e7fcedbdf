package reroll.bot.command;

import java.util.List;

/** {@code !series}: one series with its revisions, or those that fit. */
final class SeriesCommand implements Command {
  @Override
  public String name() {
    return "series";
  }

  @Override
  public String arguments() {
    return "<number|words|Message-ID|URL>";
  }

  @Override
  public String summary() {
    return "shows a series, its revisions and what became of them";
  }

  @Override
  public List<String> examples() {
    return List.of("!series #12", "!series page cache", "!series 20260303-abc@example.org");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    return Answer.now(SeriesAnswers.series(SeriesFinder.one(call), call.known()));
  }
}
