package reroll.connectors.archive.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 48 bits that stand for something, and eight characters that stand for them. Two of some thousand
 * mails share them once in ten million cursors; the one that is taken for the other is found again
 * by nothing, so there are no fewer bits.
 */
final class ShortHash {
  static final int CHARS = 8;

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int BYTES = 6;

  private ShortHash() {}

  static long of(byte[] bytes) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      long hash = 0;
      for (int i = 0; i < BYTES; i++) {
        hash = hash << 8 | (sum[i] & 0xff);
      }
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String text(long hash) {
    StringBuilder text = new StringBuilder(CHARS);
    for (int shift = 6 * (CHARS - 1); shift >= 0; shift -= 6) {
      text.append(DIGITS.charAt((int) (hash >> shift) & 63));
    }
    return text.toString();
  }

  /** Reads what {@link #text} wrote. */
  static long parse(String text) {
    long hash = 0;
    for (int i = 0; i < CHARS; i++) {
      hash = hash << 6 | DIGITS.indexOf(text.charAt(i));
    }
    return hash;
  }
}
