package reroll.bot.run;

import java.time.Duration;
import reroll.bot.command.ListInfo;
import reroll.connectors.archive.ArchiveSource;

/**
 * A list and the archive it is read from.
 *
 * @param poll how long to wait between two looks for new mail
 */
public record WatchedList(ListInfo info, ArchiveSource source, Duration poll) {}
