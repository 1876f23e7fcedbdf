package reroll.bot.state;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reroll.bot.command.ListGroup;
import reroll.bot.command.ListInfo;
import reroll.bot.digest.Calendars;
import reroll.bot.filter.Vocabulary;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedule;

/**
 * What the configuration says about the state. Immutable.
 *
 * @param groups of lists, by which people may speak of several at once
 * @param schedules that stand in the configuration
 * @param calendars what days and tags mean in each channel
 * @param maxMails how many patch mails are known at most
 * @param quiet how long a revision of which patches are missing waits for them before it is told,
 *     and how long changes gather before a card is changed
 * @param vocabulary what the names in filters mean; the lists are those of this bot
 * @param roles who may do what
 * @param templates that take the place of ours, by their names
 */
public record StateSettings(
    List<ListInfo> lists,
    List<ListGroup> groups,
    List<Schedule> schedules,
    Calendars calendars,
    int maxMails,
    Duration quiet,
    Vocabulary vocabulary,
    Roles roles,
    Map<String, String> templates) {
  /** Patches of one posting come within minutes. */
  public static final Duration DEFAULT_QUIET = Duration.ofMinutes(10);

  public StateSettings {
    lists = List.copyOf(lists);
    groups = List.copyOf(groups);
    schedules = List.copyOf(schedules);
    templates = Map.copyOf(templates);
    vocabulary =
        vocabulary.withLists(lists.stream().map(ListInfo::name).collect(Collectors.toSet()));
  }

  /** Without groups and schedules, and where nobody is named, neither alone nor in teams. */
  public StateSettings(List<ListInfo> lists, ZoneId zone, int maxMails, Duration quiet) {
    this(
        lists,
        List.of(),
        List.of(),
        Calendars.of(zone),
        maxMails,
        quiet,
        Vocabulary.EMPTY,
        Roles.UNNAMED,
        Map.of());
  }

  /** The same, where others may do more or less. */
  public StateSettings with(Roles who) {
    return new StateSettings(
        lists, groups, schedules, calendars, maxMails, quiet, vocabulary, who, templates);
  }

  /** The same, with templates that take the place of ours. */
  public StateSettings with(Map<String, String> own) {
    return new StateSettings(
        lists, groups, schedules, calendars, maxMails, quiet, vocabulary, roles, own);
  }

  /** Where a channel has no other. */
  public ZoneId zone() {
    return calendars.usual().zone();
  }
}
