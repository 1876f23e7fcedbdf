package reroll.bot.delivery;

import java.util.Optional;

/** Where in its channel a post goes. Immutable. */
public sealed interface Place {
  /** In the channel itself. */
  record InChannel() implements Place {}

  /**
   * In the thread below what somebody said.
   *
   * @param root the message at the root of the thread, as the chat names it
   */
  record InThread(String root) implements Place {}

  /** In the thread below another post. */
  record Below(PostId post) implements Place {}

  /** In the place of another post: its text is changed to this one. */
  record InsteadOf(PostId post) implements Place {}

  /** The post that has to be there first. */
  default Optional<PostId> other() {
    if (this instanceof Below below) {
      return Optional.of(below.post());
    }
    return this instanceof InsteadOf instead ? Optional.of(instead.post()) : Optional.empty();
  }
}
