package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/** The digests that come to a channel by themselves. */
public record SchedulesView(List<Row> schedules) implements View {

  /**
   * One schedule.
   *
   * @param what the lists and the form, as people say them
   * @param when the times, as people said them
   * @param next when it comes next; empty where that is not known so far
   * @param by who asked for it; empty where the configuration did
   */
  public record Row(String name, String what, String when, String next, String by) {}

  @Override
  public String template() {
    return "answer/schedules.md.ftl";
  }
}
