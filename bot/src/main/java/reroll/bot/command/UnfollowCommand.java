package reroll.bot.command;

import java.util.List;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/** {@code !unfollow}: this channel hears no more of a series, or of any. */
final class UnfollowCommand implements Command {
  @Override
  public String name() {
    return "unfollow";
  }

  @Override
  public String arguments() {
    return "<series|all>";
  }

  @Override
  public String summary() {
    return "ends a follow of this channel, or all of them";
  }

  @Override
  public List<String> examples() {
    return List.of("!unfollow #12", "!unfollow all");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    String channel = call.speaker().channel();
    if (call.request().rest().equalsIgnoreCase("all")) {
      int ended = call.known().follows().remove(follow -> follow.channel().equals(channel));
      return Answer.now(
          new LineView(
              ended == 0
                  ? "This channel follows nothing."
                  : "Ended " + ended + (ended == 1 ? " follow." : " follows."),
              ""));
    }
    Series series = SeriesFinder.one(call);
    int ended =
        call.known()
            .follows()
            .remove(
                follow ->
                    follow.channel().equals(channel)
                        && call.known()
                            .tracker()
                            .find(follow.series())
                            .filter(s -> s == series)
                            .isPresent());
    if (ended == 0) {
      throw new CannotDo("This channel does not follow " + series + ".");
    }
    return Answer.now(new LineView("No longer following " + series + ":", series.title()));
  }
}
