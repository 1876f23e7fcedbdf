package reroll.bot.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes of real mail to text. Declared charsets are wrong, unknown or missing now and then, so what
 * is valid UTF-8 is read as such, and what nothing fits is read as windows-1252, in which every
 * byte is something.
 */
final class TextDecoder {
  private static final Charset LAST_RESORT = Charset.forName("windows-1252");

  /** Charsets under whose names mailers send a wider one (WHATWG Encoding, 4.2). */
  private static final Map<String, String> WIDER =
      Map.of(
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "ks_c_5601-1987", "x-windows-949",
          "euc-kr", "x-windows-949",
          "shift_jis", "windows-31j",
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "iso-8859-9", "windows-1254");

  private static final char REPLACEMENT = '\uFFFD';

  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

  private TextDecoder() {}

  /**
   * Reads bytes without a declared charset. A few bad bytes in a text that is UTF-8 else, such as
   * those of a character that was cut, become U+FFFD.
   */
  static String decode(byte[] bytes, int from, int to) {
    String utf8 = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return utf8.indexOf(REPLACEMENT) < 0 || holdsReplacement(bytes, from, to) || isMostlyValid(utf8)
        ? utf8
        : new String(bytes, from, to - from, LAST_RESORT);
  }

  private static boolean isMostlyValid(String utf8) {
    long bad = utf8.chars().filter(c -> c == REPLACEMENT).count();
    long good = utf8.chars().filter(c -> c > 0x7F && c != REPLACEMENT).count();
    return good > 0 && good >= bad;
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
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    return utf8.indexOf(REPLACEMENT) < 0 ? utf8 : text;
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(WIDER.getOrDefault(lowerCase(name), name.strip())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static String lowerCase(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
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
   * A raw header value as one line of text: unfolded, encoded words (RFC 2047) decoded, what cannot
   * be seen dropped, white space squeezed.
   */
  static String header(String raw) {
    if (!mayHoldEncodedWord(raw)) {
      return line(raw);
    }
    String unfolded = FOLD.matcher(raw).replaceAll(" ");
    return line(EncodedWords.decode(unfolded));
  }

  /**
   * As {@link #header}, but a value that holds nothing but ASCII and folds is left as it stands.
   */
  static String words(String raw) {
    return holdsOnlyFolds(raw) && !mayHoldEncodedWord(raw) ? raw : header(raw);
  }

  private static boolean mayHoldEncodedWord(String raw) {
    return raw.contains("=?");
  }

  private static boolean holdsOnlyFolds(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!isPrintable(c) && !isSpace(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c <= '~';
  }

  /** Text as one line that cannot do harm: no character that works without being seen. */
  static String line(String text) {
    return isPlainLine(text) ? text : cleaned(text);
  }

  /** Nearly all are: printable ASCII with single blanks between. */
  private static boolean isPlainLine(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPrintable(c) || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static String cleaned(String text) {
    char[] line = new char[text.length()];
    int length = 0;
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpace(c);
      if (space ? !blank : isPrintable(c) || (!isHidden(c) && !isHalf(text, i))) {
        line[length++] = space ? ' ' : c;
        blank = space;
      }
    }
    return new String(line, 0, length).strip();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u2028' || c == '\u2029';
  }

  /** Control characters, those that turn the direction of writing, and those without width. */
  private static boolean isHidden(char c) {
    if (c < '\u007F') {
      return c < ' ';
    }
    return c <= '\u009F'
        || c == '\u00AD'
        || c == '\u061C'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\uFEFF'
        || (c >= '\uFFF9' && c <= '\uFFFB');
  }

  /** Whether only one half of a character stands here, which no chat takes. */
  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
