package reroll.bot.command;

import java.util.List;
import reroll.bot.digest.Window;
import reroll.bot.schedule.Schedule;
import reroll.templates.answer.SchedulesView;

/** {@code !schedules}: the digests that come to this channel by themselves. */
final class SchedulesCommand implements Command {
  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "lists the digests that come to this channel by themselves";
  }

  @Override
  public List<String> examples() {
    return List.of("!schedules");
  }

  @Override
  public Answer answer(Call call) {
    return Answer.now(
        new SchedulesView(
            call.known().schedules().in(call.speaker().channel()).stream()
                .map(schedule -> row(schedule, call))
                .toList()));
  }

  private static SchedulesView.Row row(Schedule schedule, Call call) {
    return new SchedulesView.Row(
        schedule.name(),
        schedule.what(),
        schedule.timetable().toString(),
        call.known()
            .schedules()
            .next(schedule)
            .map(next -> Window.minute(next, schedule.timetable().zone()))
            .orElse(""),
        schedule.by());
  }
}
