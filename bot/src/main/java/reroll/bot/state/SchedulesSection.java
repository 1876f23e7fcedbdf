package reroll.bot.state;

import reroll.bot.digest.DigestForm;
import reroll.bot.schedule.Progress;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Schedules;
import reroll.bot.schedule.Timetable;

/** The digests that come by themselves, and up to where each was told. */
record SchedulesSection() implements Section<Schedules.Saved> {
  @Override
  public String name() {
    return "schedules";
  }

  /** The first knew no filters. */
  @Override
  public int form() {
    return 2;
  }

  @Override
  public void write(Schedules.Saved saved, PackedOutput out) {
    out.list(saved.asked(), schedule -> write(schedule, out));
    out.list(saved.progress(), progress -> write(progress, out));
    out.number(saved.lastNumber());
  }

  private static void write(Schedule schedule, PackedOutput out) {
    out.text(schedule.name());
    out.text(schedule.channel());
    out.text(schedule.scope());
    out.name(schedule.form().name());
    out.text(schedule.filter());
    out.text(schedule.timetable().words());
    out.text(schedule.timetable().cron());
    out.text(schedule.timetable().zone().getId());
    out.text(schedule.by());
  }

  private static void write(Progress progress, PackedOutput out) {
    out.text(progress.name());
    out.instant(progress.reached());
    out.list(progress.late(), arrival -> ArrivalForm.write(arrival, out));
  }

  @Override
  public Schedules.Saved read(PackedInput in, int form) {
    return new Schedules.Saved(
        in.list(() -> schedule(in, form)), in.list(() -> progress(in)), in.number());
  }

  private static Schedule schedule(PackedInput in, int form) {
    return new Schedule(
        in.text(),
        in.text(),
        in.text(),
        DigestForm.named(in.name()).orElseThrow(() -> PackedInput.damaged("a form is unknown")),
        form == 1 ? "" : in.text(),
        new Timetable(in.text(), in.text(), in.zone()),
        in.text());
  }

  private static Progress progress(PackedInput in) {
    return new Progress(in.text(), in.instant(), in.list(() -> ArrivalForm.read(in)));
  }
}
