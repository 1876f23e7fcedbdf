package reroll.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Schedules;
import reroll.bot.schedule.TimetableWords;
import reroll.templates.answer.LineView;

/** {@code !schedule}: a digest comes to this channel by itself. */
final class ScheduleCommand implements Command {
  @Override
  public String name() {
    return "schedule";
  }

  @Override
  public String arguments() {
    return "<daily|weekdays|weekly DAY|cron FIELDS> <time> [zone] [list|group|all] [filter]"
        + " [full|classic]";
  }

  @Override
  public String summary() {
    return "lets a digest come to this channel by itself, in the zone's local time";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!schedule daily 09:00 kvm",
        "!schedule weekdays 09:00 Europe/Berlin kvm",
        "!schedule weekly monday 08:30 all full",
        "!schedule daily 09:00 kvm path:virt/** -kind:rfc",
        "!schedule cron 0 9,17 * * 1-5 kvm");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    TimetableWords when = when(call);
    DigestWords what = DigestWords.of(when.rest(), call.known().scopes());
    if (!what.rest().isEmpty() && !call.known().filters().isFilter(what.rest())) {
      throw new CannotDo(noList(what.rest().get(0), call.known().scopes()));
    }
    String filter = TopicWords.choice(what.rest(), call);
    Scope scope = what.scope().isPresent() ? what.scope().get() : call.known().scopes().only();
    String word = what.scope().isPresent() ? when.rest().get(0) : scope.name();
    Schedules schedules = call.known().schedules();
    Schedule schedule =
        new Schedule(
            schedules.newName(),
            call.speaker().channel(),
            word,
            what.form(),
            filter,
            when.timetable(),
            call.speaker().user());
    Optional<Instant> first = schedules.add(schedule, call.now());
    if (first.isEmpty()) {
      throw new CannotDo("I have " + Schedules.MAX + " schedules already; end some first.");
    }
    return Answer.now(new LineView(promise(schedule, first.get()), ""));
  }

  private static String noList(String word, Scopes scopes) {
    String said = SeriesFinder.shortened(word);
    return "'" + said + "' is no list." + scopes.nearest(word) + " " + scopes.reads() + ".";
  }

  private static String promise(Schedule schedule, Instant first) {
    return "Schedule "
        + schedule.name()
        + ": "
        + schedule.what()
        + ", "
        + schedule.timetable()
        + ". The first comes at "
        + Window.minute(first, schedule.timetable().zone())
        + ".";
  }

  private static TimetableWords when(Call call) throws CannotDo {
    try {
      return TimetableWords.parse(call.request().words(), call.known().zone());
    } catch (IllegalArgumentException e) {
      throw new CannotDo(e.getMessage());
    }
  }
}
