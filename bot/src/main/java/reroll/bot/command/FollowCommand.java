package reroll.bot.command;

import java.util.List;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Follows;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/** {@code !follow}: this channel hears of every new revision of a series. */
final class FollowCommand implements Command {
  @Override
  public String name() {
    return "follow";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "tells this channel of every new revision of a series";
  }

  @Override
  public List<String> examples() {
    return List.of("!follow #12", "!follow page cache");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Series series = SeriesFinder.one(call);
    String channel = call.speaker().channel();
    Follows follows = call.known().follows();
    boolean already =
        follows.in(channel).stream()
            .anyMatch(
                f -> call.known().tracker().find(f.series()).filter(s -> s == series).isPresent());
    if (already) {
      return Answer.now(
          new LineView("This channel follows " + series + " already.", series.title()));
    }
    long seen = call.known().tracker().lastNumber();
    Follow follow = new Follow(channel, series.id(), call.speaker().user(), call.now(), seen);
    if (!follows.add(follow)) {
      throw new CannotDo("I follow " + Follows.MAX + " series already; unfollow some first.");
    }
    return Answer.now(
        new LineView(
            "Following " + series + ", now at " + series.latest().label() + ":", series.title()));
  }
}
