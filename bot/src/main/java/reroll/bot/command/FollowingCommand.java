package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import reroll.bot.follow.Follow;
import reroll.bot.series.Series;
import reroll.templates.answer.FollowingView;

/** {@code !following}: what this channel follows. */
final class FollowingCommand implements Command {
  @Override
  public String name() {
    return "following";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "lists what this channel follows";
  }

  @Override
  public List<String> examples() {
    return List.of("!following");
  }

  @Override
  public Answer answer(Call call) {
    return Answer.now(
        new FollowingView(
            call.known().follows().in(call.speaker().channel()).stream()
                .map(follow -> row(follow, call.known()))
                .toList()));
  }

  private static FollowingView.Row row(Follow follow, Call.Knowledge known) {
    Optional<Series> series = known.tracker().find(follow.series());
    return new FollowingView.Row(
        "#" + follow.series(),
        series.map(s -> s.latest().label()).orElse(""),
        series.map(Series::title).orElse("a series of long ago, no longer in memory"),
        follow.by(),
        SeriesAnswers.day(follow.since(), known.zone()));
  }
}
