package reroll.bot.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Stands for a text: equal texts have equal ones, and nobody finds another text of the same.
 * Immutable.
 *
 * @param value 24 hex digits
 */
public record Fingerprint(String value) {
  private static final int BYTES = 12;

  public Fingerprint {
    Objects.requireNonNull(value);
  }

  public static Fingerprint of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
