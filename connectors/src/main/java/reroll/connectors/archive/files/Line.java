package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A line of an mbox, or a piece of a very long one.
 *
 * @param offset of its first byte in the content
 * @param bytes with the line's end
 * @param continued whether this piece does not begin the line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Line(long offset, byte[] bytes, boolean continued) {
  private static final byte[] FROM = "From ".getBytes(US_ASCII);

  private static final byte[] LF = {'\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  /** Whether it is nothing but a line's end. */
  boolean isEmpty() {
    return !continued && (Arrays.equals(bytes, LF) || Arrays.equals(bytes, CRLF));
  }

  boolean isFrom() {
    return hasFromAt(0);
  }

  /** Whether it is a {@code From } line of the mail itself: quoted, and perhaps quoted again. */
  boolean isQuotedFrom() {
    int quotes = 0;
    while (quotes < bytes.length && bytes[quotes] == '>') {
      quotes++;
    }
    return quotes > 0 && hasFromAt(quotes);
  }

  private boolean hasFromAt(int index) {
    int end = index + FROM.length;
    return !continued
        && end <= bytes.length
        && Arrays.equals(bytes, index, end, FROM, 0, FROM.length);
  }

  /** Byte for character: whatever the mail's charset, its header's words are ASCII. */
  String text() {
    return new String(bytes, ISO_8859_1);
  }
}
