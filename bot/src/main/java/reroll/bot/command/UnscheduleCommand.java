package reroll.bot.command;

import java.util.List;
import java.util.function.Predicate;
import reroll.bot.schedule.Schedule;
import reroll.templates.answer.LineView;

/** {@code !unschedule}: a digest comes no more by itself. */
final class UnscheduleCommand implements Command {
  @Override
  public String name() {
    return "unschedule";
  }

  @Override
  public String arguments() {
    return "<schedule|all>";
  }

  @Override
  public String summary() {
    return "ends a schedule of this channel, or all of them";
  }

  @Override
  public List<String> examples() {
    return List.of("!unschedule 3", "!unschedule all");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    String word = call.request().rest().replaceFirst("^#", "");
    boolean all = word.equalsIgnoreCase("all");
    String channel = call.speaker().channel();
    Predicate<Schedule> meant =
        schedule ->
            schedule.channel().equals(channel) && (all || schedule.name().equalsIgnoreCase(word));
    if (!all && call.known().schedules().in(channel).stream().noneMatch(meant)) {
      throw new CannotDo("This channel has no such schedule; !schedules lists what it has.");
    }
    int ended = call.known().schedules().remove(meant);
    if (!all && ended == 0) {
      throw new CannotDo(word + " stands in the configuration file; take it out there.");
    }
    return Answer.now(
        new LineView(
            ended == 0
                ? "Nobody here has asked for a schedule."
                : "Ended " + ended + (ended == 1 ? " schedule." : " schedules."),
            ""));
  }
}
