package reroll.bot.state;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.command.ListInfo;
import reroll.bot.filter.Vocabulary;
import reroll.bot.role.Roles;

/**
 * What the configuration says about the state. Immutable.
 *
 * @param zone of days and dates in answers
 * @param maxMails how many patch mails are known at most
 * @param quiet how long a revision of which patches are missing waits for them before it is told
 * @param vocabulary what the names in filters mean; the lists are those of this bot
 * @param roles who may do what
 */
public record StateSettings(
    List<ListInfo> lists,
    ZoneId zone,
    int maxMails,
    Duration quiet,
    Vocabulary vocabulary,
    Roles roles) {
  /** Patches of one posting come within minutes. */
  public static final Duration DEFAULT_QUIET = Duration.ofMinutes(10);

  public StateSettings {
    lists = List.copyOf(lists);
    vocabulary =
        vocabulary.withLists(lists.stream().map(ListInfo::name).collect(Collectors.toSet()));
  }

  /** Where nobody is named, neither alone nor in teams. */
  public StateSettings(List<ListInfo> lists, ZoneId zone, int maxMails, Duration quiet) {
    this(lists, zone, maxMails, quiet, Vocabulary.EMPTY, Roles.UNNAMED);
  }
}
