package reroll.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reroll.bot.filter.Vocabulary;
import reroll.bot.role.Roles;

/**
 * What the configuration file says, checked. Immutable.
 *
 * @param state the folder for the snapshot and the journal; it may not exist so far
 * @param zone the time zone of days in digests and answers
 * @param maxMails how many patch mails are kept in memory
 * @param monitor where health and metrics are told; empty where nobody wants to know
 * @param lookup a public-inbox that is asked for mails which the lists did not bring
 * @param lists in the order of the file, at least one; no two names are the same, in whatever case
 * @param chats in the order of the file; where there is none, Reroll talks in the terminal
 * @param vocabulary what the names in filters mean
 * @param roles who may do what
 */
public record BotConfig(
    Path state,
    ZoneId zone,
    Duration snapshotEvery,
    int maxMails,
    Optional<URI> lookup,
    Optional<MonitorConfig> monitor,
    List<ListConfig> lists,
    List<ChatConfig<?>> chats,
    Vocabulary vocabulary,
    Roles roles) {
  public BotConfig {
    lists = List.copyOf(lists);
    chats = List.copyOf(chats);
  }
}
