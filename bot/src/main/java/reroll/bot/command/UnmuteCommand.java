package reroll.bot.command;

import java.util.List;
import reroll.bot.role.Right;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/** {@code !unmute}: ends a mute of this channel. */
final class UnmuteCommand implements Command {
  @Override
  public String name() {
    return "unmute";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "lets this channel hear of a muted series again";
  }

  @Override
  public List<String> examples() {
    return List.of("!unmute #12");
  }

  @Override
  public Right right() {
    return Right.FOLLOW;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Series series = SeriesFinder.one(call);
    if (!call.known().audience().mutes().remove(call.speaker().channel(), series)) {
      throw new CannotDo(series + " is not muted here; !following names what is.");
    }
    return Answer.now(new LineView("No longer muted here, " + series + ":", series.title()));
  }
}
