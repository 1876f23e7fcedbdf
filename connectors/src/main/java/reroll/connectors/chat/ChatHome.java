package reroll.connectors.chat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import reroll.connectors.http.Http;

/**
 * What a chat may use of the program around it. Immutable.
 *
 * @param folder of this chat alone, for its place in what was said; may not exist so far
 * @param http the way to the chat's server
 * @param clock the time of all waiting and dating
 */
public record ChatHome(Path folder, Http http, Clock clock) {
  public ChatHome {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(http);
    Objects.requireNonNull(clock);
  }
}
