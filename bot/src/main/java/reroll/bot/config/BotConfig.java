package reroll.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reroll.bot.digest.Calendar;
import reroll.bot.filter.Vocabulary;
import reroll.bot.log.LogForm;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedule;
import reroll.templates.own.OwnTemplates;

/**
 * What the configuration file says, checked. Immutable.
 *
 * @param state the folder for the snapshot and the journal; it may not exist so far
 * @param calendar the time zone of days in digests and answers, and when versions came out
 * @param quiet how long a card waits for what is missing of it, and for changes to gather
 * @param maxMails how many patch mails are kept in memory
 * @param monitor where health and metrics are told; empty where nobody wants to know
 * @param lookup a public-inbox that is asked for mails which the lists did not bring
 * @param lists in the order of the file, at least one; no two names are the same, in whatever case
 * @param groups of lists, in the order of the file
 * @param schedules of digests, in the order of the file
 * @param chats in the order of the file; where there is none, Reroll talks in the terminal
 * @param templates that take the place of ours
 * @param vocabulary what the names in filters mean
 * @param roles who may do what
 * @param log how the log is written
 */
public record BotConfig(
    Path state,
    Calendar calendar,
    Duration snapshotEvery,
    Duration quiet,
    int maxMails,
    Optional<URI> lookup,
    Optional<MonitorConfig> monitor,
    List<ListConfig> lists,
    List<GroupConfig> groups,
    List<Schedule> schedules,
    List<ChatConfig<?>> chats,
    OwnTemplates templates,
    Vocabulary vocabulary,
    Roles roles,
    LogForm log) {
  public BotConfig {
    lists = List.copyOf(lists);
    groups = List.copyOf(groups);
    schedules = List.copyOf(schedules);
    chats = List.copyOf(chats);
  }

  /** Where a channel has no other. */
  public ZoneId zone() {
    return calendar.zone();
  }
}
