package reroll.bot.follow;

import java.time.Instant;
import java.util.Optional;

/**
 * That a channel wants to hear of all series and revisions that a filter lets through. Across all
 * lists people call it a follow. Immutable.
 *
 * @param topic what of
 * @param by who asked for it
 * @param seen the number of the newest revision known then; only later ones are news
 * @param configured whether it stands in the configuration, and only goes when it goes there
 */
public record Subscription(Topic topic, String by, Instant since, long seen, boolean configured) {
  /**
   * What a channel wants to hear of.
   *
   * @param list the only list; empty for all
   * @param filter as text; empty for everything
   */
  public record Topic(String channel, Optional<String> list, String filter) {
    /** As people say it: {@code kvm path:virt/**}. */
    public String words() {
      return (list.orElse("") + " " + filter).strip();
    }
  }

  public String channel() {
    return topic.channel();
  }

  /** Whether it is for all lists. */
  public boolean isFollow() {
    return topic.list().isEmpty();
  }

  /** Why something is told, for the one who reads it. */
  String why() {
    return isFollow()
        ? "followed here by " + by + ": " + topic.words()
        : "subscribed: " + topic.words();
  }
}
