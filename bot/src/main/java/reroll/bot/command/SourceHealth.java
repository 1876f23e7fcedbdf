package reroll.bot.command;

import java.time.Instant;
import java.util.Optional;

/**
 * How the reading of a list, or the talk with a chat, goes at the moment. It is told with a
 * question, so that the answer depends on nothing but the question and the state. Immutable.
 *
 * @param list the list's name, or the chat's
 * @param lastSuccess when its archive was last read to the end
 * @param failing what is wrong, as one sentence; empty while all is well
 * @param failingSince when it began to be wrong
 */
public record SourceHealth(
    String list,
    Optional<Instant> lastSuccess,
    Optional<String> failing,
    Optional<Instant> failingSince) {

  /** Something that is wrong with a chat. */
  public static SourceHealth failing(String chat, String what) {
    return new SourceHealth(chat, Optional.empty(), Optional.of(what), Optional.empty());
  }
}
