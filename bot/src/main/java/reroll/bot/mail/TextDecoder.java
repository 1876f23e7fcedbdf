package reroll.bot.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * Bytes of real mail to text. Declared charsets are wrong, unknown or missing now and then, so what
 * is valid UTF-8 is read as such, and what nothing fits is read as windows-1252, in which every
 * byte is something.
 */
final class TextDecoder {
  private static final Charset LAST_RESORT = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\uFFFD';

  /** An encoded word glued to what stands before it, as some mailers write it. */
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

  private TextDecoder() {}

  /** Reads bytes without a declared charset. */
  static String decode(byte[] bytes, int from, int to) {
    String utf8 = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return utf8.indexOf(REPLACEMENT) < 0 || holdsReplacement(bytes, from, to)
        ? utf8
        : new String(bytes, from, to - from, LAST_RESORT);
  }

  /** Reads bytes in the charset that the mail declares, where it can be true. */
  static String decode(byte[] bytes, Optional<String> declared) {
    Optional<Charset> charset = declared.flatMap(TextDecoder::charset);
    if (charset.isEmpty()
        || charset.get().equals(StandardCharsets.US_ASCII)
        || charset.get().equals(StandardCharsets.UTF_8)) {
      return decode(bytes, 0, bytes.length);
    }
    String text = new String(bytes, charset.get());
    return text.indexOf(REPLACEMENT) < 0 ? text : decode(bytes, 0, bytes.length);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** Whether the sender wrote U+FFFD; then it is no sign of a wrong charset. */
  private static boolean holdsReplacement(byte[] bytes, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
        return true;
      }
    }
    return false;
  }

  /**
   * A raw header value as one line of text: unfolded, encoded words (RFC 2047) decoded, control and
   * bidirectional characters dropped, white space squeezed.
   */
  static String header(String raw) {
    if (!raw.contains("=?")) {
      return line(raw);
    }
    String unfolded = FOLD.matcher(raw).replaceAll(" ");
    return line(DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT, LAST_RESORT));
  }

  /** Text as one line that cannot do harm: no control or bidirectional characters. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (space ? !blank : !isControlOrBidi(c)) {
        line.append(space ? ' ' : c);
      }
      blank = space;
    }
    return line.toString().strip();
  }

  private static boolean isControlOrBidi(char c) {
    return c < ' '
        || c == '\u007F'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\uFEFF';
  }
}
