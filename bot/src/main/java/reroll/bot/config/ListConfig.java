package reroll.bot.config;

import java.time.Duration;
import java.util.Optional;

/**
 * A list as configured. Immutable.
 *
 * @param name the short name by which people speak of it
 * @param title what the list is, in a few words; empty where nobody said
 * @param web the address of its archive for people, with a slash at the end
 * @param poll how often the archive is asked for new mail
 * @param start from where it is read for the first time
 */
public record ListConfig(
    String name,
    String title,
    Optional<String> web,
    Duration poll,
    Start start,
    ArchiveConfig<?> archive) {}
