package reroll.bot.state;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import reroll.bot.command.ListInfo;

/**
 * What the configuration says about the state. Immutable.
 *
 * @param zone of days and dates in answers
 * @param maxMails how many patch mails are known at most
 * @param quiet how long a revision of which patches are missing waits for them before it is told,
 *     and how long changes gather before a card is changed
 */
public record StateSettings(List<ListInfo> lists, ZoneId zone, int maxMails, Duration quiet) {
  /** Patches of one posting come within minutes. */
  public static final Duration DEFAULT_QUIET = Duration.ofMinutes(10);

  public StateSettings {
    lists = List.copyOf(lists);
  }
}
