package reroll.bot.config;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.digest.DigestForm;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Timetable;
import reroll.bot.schedule.TimetableWords;

/** Reads the section of the schedules, which may be left out. */
final class ScheduleReader {
  private static final String ALL = "all";

  private final RecordBinder binder;
  private final Names names;
  private final Problems problems;

  ScheduleReader(RecordBinder binder, Names names, Problems problems) {
    this.binder = binder;
    this.names = names;
    this.problems = problems;
  }

  /**
   * What schedules may speak of.
   *
   * @param scopes names of lists and groups
   * @param chats names of chats
   * @param zone is meant where none is named
   */
  record Known(List<String> scopes, List<String> chats, ZoneId zone) {}

  /** The schedules that can be read; what is wrong with the others is told. */
  List<Schedule> read(Section root, Known known) {
    List<Schedule> schedules = new ArrayList<>();
    Optional<Section> section =
        root.take("schedules")
            .flatMap(
                entry -> Section.of(entry, "schedules, each by a name such as morning:", problems));
    if (section.isPresent()) {
      names.check("schedule", section.get());
      section.get().all().forEach(entry -> schedule(entry, known).ifPresent(schedules::add));
    }
    return schedules;
  }

  private Optional<Schedule> schedule(Entry entry, Known known) {
    Optional<Section> section = Section.of(entry, "the schedule's keys, such as when:", problems);
    Optional<ScheduleKeys> keys = section.flatMap(each -> binder.bind(each, ScheduleKeys.class));
    section.ifPresent(Section::refuseOthers);
    try {
      return keys.isEmpty()
          ? Optional.empty()
          : Optional.of(schedule(entry.key(), keys.get(), known));
    } catch (BadValue e) {
      problems.add(entry.line(), entry.path() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Schedule schedule(String name, ScheduleKeys keys, Known known) throws BadValue {
    checkChannel(keys.channel(), known.chats());
    String[] digest = keys.digest().orElse(ALL).strip().split("\\s+");
    Optional<DigestForm> form =
        digest.length == 1
            ? Optional.of(DigestForm.BRIEF)
            : DigestForm.named(digest[digest.length - 1]);
    if (digest.length > 2 || form.isEmpty() || !isScope(digest[0], known.scopes())) {
      throw new BadValue(
          Quoted.of(String.join(" ", digest))
              + " is no digest; write a list, a group or all, and full or classic behind it");
    }
    return new Schedule(name, keys.channel(), digest[0], form.get(), when(keys, known), "");
  }

  private static void checkChannel(String channel, List<String> chats) throws BadValue {
    if (!chats.isEmpty() && chats.stream().noneMatch(chat -> channel.startsWith(chat + "/"))) {
      throw new BadValue(
          Quoted.of(channel)
              + " is in no chat of this file; write "
              + chats.get(0)
              + "/ and the room behind it");
    }
  }

  private static boolean isScope(String word, List<String> scopes) {
    return word.equalsIgnoreCase(ALL) || scopes.stream().anyMatch(word::equalsIgnoreCase);
  }

  private static Timetable when(ScheduleKeys keys, Known known) throws BadValue {
    try {
      TimetableWords when =
          TimetableWords.parse(List.of(keys.when().strip().split("\\s+")), known.zone());
      if (!when.rest().isEmpty()) {
        throw new BadValue(
            Quoted.of(String.join(" ", when.rest())) + " does not belong to when; take it out");
      }
      return when.timetable();
    } catch (IllegalArgumentException e) {
      throw new BadValue(e.getMessage());
    }
  }
}
