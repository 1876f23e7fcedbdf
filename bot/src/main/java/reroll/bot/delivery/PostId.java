package reroll.bot.delivery;

import java.util.Objects;

/**
 * The identity of a post, made from its cause and its channel: the same cause never gives two
 * posts. Immutable.
 *
 * @param value 24 hex digits
 */
public record PostId(String value) {
  public PostId {
    Objects.requireNonNull(value);
  }

  /**
   * The identity of what {@code cause} brings to {@code channel}.
   *
   * @param kind separates several posts of one cause, such as an answer and a card
   */
  public static PostId of(String channel, String kind, String cause) {
    return new PostId(Fingerprint.of(channel + "\n" + kind + "\n" + cause).value());
  }
}
