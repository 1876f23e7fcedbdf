package reroll.bot.mail;

import java.util.Arrays;

/**
 * Decodes quoted-printable bodies (RFC 2045 6.7) in one pass over the bytes. Total: what is no
 * escape stays as it stands. Stateless.
 */
final class QuotedPrintable {
  private QuotedPrintable() {}

  /** Drops soft line ends, and blanks at line ends, which mail servers add. */
  static byte[] decode(byte[] encoded) {
    byte[] decoded = new byte[encoded.length];
    int length = 0;
    int kept = 0; // blanks behind this are cut where the line ends
    for (int at = 0; at < encoded.length; at++) {
      byte b = encoded[at];
      int octet = b == '=' ? octet(encoded, at + 1) : -1;
      if (octet >= 0) {
        decoded[length++] = (byte) octet;
        at += 2;
        kept = length;
      } else if (b == '=' && isLineEnd(encoded, afterBlanks(encoded, at + 1))) {
        at = newline(encoded, at);
        kept = length;
      } else {
        length = isLineEnd(encoded, at) ? kept : length;
        decoded[length++] = b;
        kept = b == ' ' || b == '\t' ? kept : length;
      }
    }
    return Arrays.copyOf(decoded, kept);
  }

  private static int afterBlanks(byte[] encoded, int from) {
    int at = from;
    while (at < encoded.length && (encoded[at] == ' ' || encoded[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static boolean isLineEnd(byte[] encoded, int at) {
    return at >= encoded.length
        || encoded[at] == '\n'
        || (encoded[at] == '\r' && at + 1 < encoded.length && encoded[at + 1] == '\n');
  }

  /** The last byte of the line. */
  private static int newline(byte[] encoded, int from) {
    int at = from;
    while (at < encoded.length && encoded[at] != '\n') {
      at++;
    }
    return at;
  }

  /** The value of two hex digits; -1 where there are none. */
  static int octet(byte[] encoded, int at) {
    if (at + 1 >= encoded.length) {
      return -1;
    }
    int high = Character.digit(encoded[at], 16);
    int low = Character.digit(encoded[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
