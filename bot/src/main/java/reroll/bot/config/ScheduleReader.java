package reroll.bot.config;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.digest.DigestForm;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.FilterParser;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Timetable;
import reroll.bot.schedule.TimetableWords;
import reroll.bot.words.QuotedWords;

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
   * @param zone is meant where neither the schedule nor its channel names one
   * @param filters reads filters
   */
  record Known(List<String> scopes, List<ChatConfig<?>> chats, ZoneId zone, FilterParser filters) {
    /** Of the days of a channel, which is named with its chat. */
    ZoneId zoneOf(String channel) {
      return chats.stream()
          .flatMap(chat -> chat.channels().stream().filter(c -> channel.equals(name(chat, c))))
          .flatMap(found -> found.zone().stream())
          .findFirst()
          .orElse(zone);
    }

    private static String name(ChatConfig<?> chat, ChannelConfig channel) {
      return chat.name() + "/" + channel.name();
    }
  }

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
    checkChannel(keys.channel(), known.chats().stream().map(ChatConfig::name).toList());
    List<String> words = QuotedWords.split(keys.digest().orElse(ALL));
    Optional<DigestForm> form =
        words.size() > 1 ? DigestForm.named(words.get(words.size() - 1)) : Optional.empty();
    List<String> filter = words.subList(1, words.size() - (form.isPresent() ? 1 : 0));
    boolean isFilter = filter.isEmpty() || known.filters().isFilter(filter);
    if (!isFilter || !isScope(words.get(0), known.scopes())) {
      throw new BadValue(
          Quoted.of(String.join(" ", words))
              + " is no digest; write a list, a group or all, a filter where one is wanted, and full"
              + " or classic behind it");
    }
    return new Schedule(
        name,
        keys.channel(),
        words.get(0),
        form.orElse(DigestForm.BRIEF),
        filter(filter, known.filters()),
        when(keys, known.zoneOf(keys.channel())),
        "");
  }

  private static String filter(List<String> words, FilterParser filters) throws BadValue {
    try {
      return filters.parse(words).toString();
    } catch (BadFilter e) {
      throw new BadValue(e.getMessage());
    }
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

  private static Timetable when(ScheduleKeys keys, ZoneId zone) throws BadValue {
    try {
      TimetableWords when = TimetableWords.parse(List.of(keys.when().strip().split("\\s+")), zone);
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
