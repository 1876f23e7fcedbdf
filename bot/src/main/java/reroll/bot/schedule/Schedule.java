package reroll.bot.schedule;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.digest.DigestForm;

/**
 * A digest that comes to a channel by itself. Immutable.
 *
 * @param name by which people speak of it: a number, or a name from the configuration
 * @param scope the list, the group, or {@code all}, as people say it
 * @param filter of the revisions that it is about; empty where it is about all
 * @param by who asked for it; empty where the configuration did
 */
public record Schedule(
    String name,
    String channel,
    String scope,
    DigestForm form,
    String filter,
    Timetable timetable,
    String by) {
  public boolean isConfigured() {
    return by.isEmpty();
  }

  /** What comes: {@code kvm path:virt/** full}. */
  public String what() {
    return Stream.of(scope, filter, form == DigestForm.BRIEF ? "" : form.word())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
