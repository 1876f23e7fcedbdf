package reroll.bot.command;

import java.util.List;
import reroll.bot.series.Series;
import reroll.templates.View;
import reroll.templates.answer.SeriesListView;

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
  public View answer(Call call) throws CannotDo {
    List<Series> found = SeriesFinder.find(call.request().rest(), call.known().tracker());
    if (found.size() > 1 && !call.request().rest().isBlank()) {
      return new SeriesListView(
          call.request().rest(),
          found.size(),
          found.stream().limit(SeriesFinder.MAX_SHOWN).map(SeriesCommand::row).toList());
    }
    return SeriesAnswers.series(SeriesFinder.one(call), call.known());
  }

  private static SeriesListView.Row row(Series series) {
    return new SeriesListView.Row(
        series.toString(),
        series.latest().label(),
        series.title(),
        series.latest().author().display());
  }
}
