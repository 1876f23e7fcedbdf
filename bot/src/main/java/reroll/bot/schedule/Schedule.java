package reroll.bot.schedule;

import reroll.bot.digest.DigestForm;

/**
 * A digest that comes to a channel by itself. Immutable.
 *
 * @param name by which people speak of it: a number, or a name from the configuration
 * @param scope the list, the group, or {@code all}, as people say it
 * @param by who asked for it; empty where the configuration did
 */
public record Schedule(
    String name, String channel, String scope, DigestForm form, Timetable timetable, String by) {
  public boolean isConfigured() {
    return by.isEmpty();
  }

  /** What comes: {@code kvm full}. */
  public String what() {
    return form == DigestForm.BRIEF ? scope : scope + " " + form.word();
  }
}
