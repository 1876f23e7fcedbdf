package reroll.bot.command;

import java.util.List;
import reroll.bot.follow.Mute;
import reroll.bot.follow.Mutes;
import reroll.bot.role.Right;
import reroll.bot.series.Series;
import reroll.templates.answer.LineView;

/** {@code !mute}: this channel hears no more of a series, whatever it follows or subscribed. */
final class MuteCommand implements Command {
  @Override
  public String name() {
    return "mute";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "tells this channel nothing more of a series, whatever else it follows";
  }

  @Override
  public List<String> examples() {
    return List.of("!mute #12", "!mute page cache");
  }

  @Override
  public Right right() {
    return Right.FOLLOW;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Series series = SeriesFinder.one(call);
    Mutes mutes = call.known().audience().mutes();
    String channel = call.speaker().channel();
    if (mutes.find(channel, series).isPresent()) {
      return Answer.now(new LineView(series + " is muted here already:", series.title()));
    }
    Mute mute = new Mute(channel, series.id(), call.speaker().user(), call.now());
    if (!mutes.add(mute)) {
      throw new CannotDo(Mutes.MAX + " series are muted already; unmute some first.");
    }
    return Answer.now(new LineView("Muted " + series + " here:", series.title()));
  }
}
