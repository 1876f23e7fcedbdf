package reroll.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Subscription;
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
    return "lists what this channel follows, and what is muted";
  }

  @Override
  public List<String> examples() {
    return List.of("!following");
  }

  @Override
  public Answer answer(Call call) {
    String channel = call.speaker().channel();
    Audience audience = call.known().audience();
    return Answer.now(
        new FollowingView(
            audience.follows().in(channel).stream()
                .map(follow -> row(follow.series(), follow.by(), follow.since(), call.known()))
                .toList(),
            audience.subscriptions().in(channel).stream()
                .filter(Subscription::isFollow)
                .map(subscription -> SubscriptionsCommand.row(subscription, call.known()))
                .toList(),
            audience.mutes().in(channel).stream()
                .map(mute -> row(mute.series(), mute.by(), mute.since(), call.known()))
                .toList()));
  }

  private static FollowingView.Row row(
      long number, String by, Instant since, Call.Knowledge known) {
    Optional<Series> series = known.tracker().find(number);
    return new FollowingView.Row(
        "#" + number,
        series.map(s -> s.latest().label()).orElse(""),
        series.map(Series::title).orElse("a series of long ago, no longer in memory"),
        by,
        SeriesAnswers.day(since, known.zone()));
  }
}
