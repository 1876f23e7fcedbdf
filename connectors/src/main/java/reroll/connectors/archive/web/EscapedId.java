package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Message-ID as it stands in the addresses of public-inbox: each byte escaped but those that RFC
 * 3986 3.3 lets stand in a path (PublicInbox/MID.pm, MID_ESC). Immutable.
 *
 * @param text never empty
 */
record EscapedId(String text) {
  /**
   * public-inbox keeps no more of an id (PublicInbox/MID.pm, MAX_MID_SIZE); escaped, thrice that.
   */
  private static final int MAX_CHARS = 3 * 244;

  private static final String PLAIN = "-._~!$&'()*+,;=:@";

  private static final Pattern FORM =
      Pattern.compile("(?:[A-Za-z0-9" + Pattern.quote(PLAIN) + "]|%[0-9A-F]{2})+");

  /** An id as people and the core write it, without brackets. */
  static Optional<EscapedId> of(String messageId) {
    return ofBytes(messageId.getBytes(UTF_8));
  }

  /** An id as it stands in a mail's header, byte for character. */
  static Optional<EscapedId> ofHeader(String messageId) {
    return ofBytes(messageId.getBytes(ISO_8859_1));
  }

  /** A segment of an address, escaped by whatever rules. */
  static Optional<EscapedId> ofSegment(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < segment.length(); i++) {
      int value = segment.charAt(i) == '%' ? hex(segment, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        bytes.writeBytes(segment.substring(i, i + 1).getBytes(UTF_8));
      }
    }
    return ofBytes(bytes.toByteArray());
  }

  /** A text that was {@link #text} of an id before; empty for any other. */
  static Optional<EscapedId> ofText(String text) {
    return text.length() <= MAX_CHARS && FORM.matcher(text).matches() && !isDots(text)
        ? Optional.of(new EscapedId(text))
        : Optional.empty();
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static Optional<EscapedId> ofBytes(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      char c = (char) (each & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 15));
      }
    }
    return ofText(text.toString());
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }

  /** No client and no proxy leaves these two in a path. */
  private static boolean isDots(String text) {
    return text.equals(".") || text.equals("..");
  }

  /** Stands for the id where many are kept. */
  long hash() {
    return ShortHash.of(text.getBytes(UTF_8));
  }
}
