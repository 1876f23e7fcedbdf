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

  // Both as Java would have them; but it makes those when they are first asked for, and every start
  // would wait for that.

  @Override
  public boolean equals(Object other) {
    return other instanceof PostId post && post.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
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
