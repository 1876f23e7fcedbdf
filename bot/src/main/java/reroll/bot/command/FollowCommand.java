package reroll.bot.command;

import java.util.List;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Follows;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.role.Right;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/**
 * {@code !follow}: this channel hears of every new revision of a series, or of all that a filter
 * lets through on any list. In a direct chat the channel is that of one person.
 */
final class FollowCommand implements Command {
  @Override
  public String name() {
    return "follow";
  }

  @Override
  public String arguments() {
    return "<series|filter>";
  }

  @Override
  public String summary() {
    return "tells this channel of new versions of a series, or of an author, a path, words";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!follow #12",
        "!follow page cache",
        "!follow author:ann",
        "!follow path:mm/** -kind:stable",
        "!follow title:folio");
  }

  @Override
  public Right right() {
    return Right.FOLLOW;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<String> words = call.request().words();
    return Answer.now(
        call.known().filters().isFilter(words)
            ? follow(TopicWords.everywhere(words, call), call)
            : follow(SeriesFinder.one(call), call));
  }

  private static LineView follow(Topic topic, Call call) throws CannotDo {
    return new LineView(SubscribeCommand.begin(topic, call, "Following"), topic.words());
  }

  private static LineView follow(Series series, Call call) throws CannotDo {
    String channel = call.speaker().channel();
    Follows follows = call.known().follows();
    boolean already = follows.of(series).stream().anyMatch(f -> f.channel().equals(channel));
    if (already) {
      return new LineView("This channel follows " + series + " already.", series.title());
    }
    long seen = call.known().tracker().lastNumber();
    Follow follow = new Follow(channel, series.id(), call.speaker().user(), call.now(), seen);
    if (!follows.add(follow)) {
      throw new CannotDo("I follow " + Follows.MAX + " series already; unfollow some first.");
    }
    boolean wasMuted = call.known().audience().mutes().remove(channel, series);
    String state = ", now at " + series.latest().label() + (wasMuted ? ", no longer muted" : "");
    return new LineView("Following " + series + state + ":", series.title());
  }
}
