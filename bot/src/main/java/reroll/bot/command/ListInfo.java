package reroll.bot.command;

import java.util.Optional;
import reroll.bot.mail.MessageId;

/**
 * A list as configured. Immutable.
 *
 * @param name the short name by which people speak of it
 * @param title what the list is, in a few words; empty where nobody said
 * @param web the address of its archive for people, with a slash at the end
 */
public record ListInfo(String name, String title, Optional<String> web) {
  /** Where people can read a mail; no archive finds one that came without an id. */
  public Optional<String> url(MessageId id) {
    return web.filter(base -> !id.isMade()).map(base -> base + UrlPath.segment(id.value()) + "/");
  }
}
