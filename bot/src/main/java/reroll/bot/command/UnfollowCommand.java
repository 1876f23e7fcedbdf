package reroll.bot.command;

import java.util.List;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Follows;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.role.Right;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/** {@code !unfollow}: this channel no longer follows a series, a filter, or anything. */
final class UnfollowCommand implements Command {
  @Override
  public String name() {
    return "unfollow";
  }

  @Override
  public String arguments() {
    return "<series|filter|all>";
  }

  @Override
  public String summary() {
    return "ends a follow of this channel, or all of them";
  }

  @Override
  public List<String> examples() {
    return List.of("!unfollow #12", "!unfollow author:ann", "!unfollow all");
  }

  @Override
  public Right right() {
    return Right.FOLLOW;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<String> words = call.request().words();
    if (call.request().rest().equalsIgnoreCase("all")) {
      return Answer.now(all(call));
    }
    return Answer.now(
        call.known().filters().isFilter(words)
            ? unfollow(TopicWords.everywhere(words, call), call)
            : unfollow(SeriesFinder.one(call), call));
  }

  private static LineView all(Call call) {
    Audience audience = call.known().audience();
    String channel = call.speaker().channel();
    int ended =
        audience.follows().remove(follow -> follow.channel().equals(channel))
            + audience.subscriptions().remove(s -> s.channel().equals(channel) && s.isFollow());
    return new LineView(
        ended == 0
            ? "This channel follows nothing."
            : "Ended " + ended + (ended == 1 ? " follow." : " follows."),
        "");
  }

  private static LineView unfollow(Topic topic, Call call) throws CannotDo {
    if (call.known().audience().subscriptions().remove(s -> s.topic().equals(topic)) == 0) {
      throw new CannotDo(
          "This channel does not follow '"
              + SeriesFinder.shortened(topic.words())
              + "'; !following names what it does.");
    }
    return new LineView("No longer following:", topic.words());
  }

  private static LineView unfollow(Series series, Call call) throws CannotDo {
    Follows follows = call.known().follows();
    String channel = call.speaker().channel();
    List<Follow> meant = follows.of(series);
    int ended =
        follows.remove(follow -> follow.channel().equals(channel) && meant.contains(follow));
    if (ended == 0) {
      throw new CannotDo("This channel does not follow " + series + ".");
    }
    return new LineView("No longer following " + series + ":", series.title());
  }
}
