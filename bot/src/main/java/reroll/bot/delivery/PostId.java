package reroll.bot.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The identity of a post, made from its cause and its channel: the same cause never gives two
 * posts. Immutable.
 *
 * @param value 24 hex digits
 */
public record PostId(String value) {
  private static final int BYTES = 12;

  public PostId {
    Objects.requireNonNull(value);
  }

  /**
   * The identity of what {@code cause} brings to {@code channel}.
   *
   * @param kind separates several posts of one cause, such as an answer and a card
   */
  public static PostId of(String channel, String kind, String cause) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash =
          digest.digest((channel + "\n" + kind + "\n" + cause).getBytes(StandardCharsets.UTF_8));
      return new PostId(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
