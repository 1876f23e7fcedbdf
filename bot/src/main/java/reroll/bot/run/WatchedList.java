package reroll.bot.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reroll.bot.command.ListInfo;
import reroll.connectors.archive.ArchiveSource;

/**
 * A list and the archive it is read from.
 *
 * @param poll how long to wait between two looks for new mail
 * @param start what arrived earlier is left out when the list is read for the first time; empty for
 *     all that its archive has
 */
public record WatchedList(
    ListInfo info, ArchiveSource source, Duration poll, Optional<Instant> start) {}
