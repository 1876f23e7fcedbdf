package reroll.bot.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Decodes the encoded words (RFC 2047) of one header value, in one pass however hostile it is.
 * Mailers split characters between words, so the bytes of neighbours are joined before they become
 * text. Not thread-safe.
 */
final class EncodedWords {
  private static final int MAX_CHARSET_CHARS = 60;

  /** More stay as they are: to look for a charset that nobody has takes 0.1 ms. */
  static final int MAX_WORDS = 200;

  /**
   * One word; {@code end} is behind its {@code ?=}.
   *
   * @param charset without the language that may follow it
   */
  private record Word(String charset, boolean base64, String content, int end) {}

  private final String value;
  private final StringBuilder text;

  /** Bytes of words in {@link #charset} that are not yet text. */
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private String charset = "";

  private EncodedWords(String value) {
    this.value = value;
    this.text = new StringBuilder(value.length());
  }

  /** Decodes an unfolded value; what is no encoded word stays as it is. */
  static String decode(String value) {
    return new EncodedWords(value).decode();
  }

  private String decode() {
    int done = 0;
    int start = value.indexOf("=?");
    // Without an end behind it, nothing from here on can be a word.
    int lastEnd = value.lastIndexOf("?=");
    for (int words = 0; start >= 0 && start < lastEnd && words < MAX_WORDS; ) {
      Optional<Word> word = wordAt(start);
      if (word.isPresent()) {
        words++;
        addPlain(done, start);
        add(word.get());
        done = word.get().end();
      }
      start = value.indexOf("=?", word.isPresent() ? done : start + 1);
    }
    flush();
    return text.append(value, done, value.length()).toString();
  }

  /** White space between two words only separates them. */
  private void addPlain(int from, int to) {
    boolean betweenWords = pending.size() > 0 && value.substring(from, to).isBlank();
    if (!betweenWords) {
      flush();
      text.append(value, from, to);
    }
  }

  private void add(Word word) {
    if (!word.charset().equalsIgnoreCase(charset)) {
      flush();
      charset = word.charset();
    }
    pending.writeBytes(word.base64() ? base64(word.content()) : quotedPrintable(word.content()));
  }

  private void flush() {
    if (pending.size() > 0) {
      text.append(TextDecoder.decode(pending.toByteArray(), Optional.of(charset)));
      pending.reset();
    }
  }

  private Optional<Word> wordAt(int start) {
    int charsetEnd = value.indexOf('?', start + 2);
    if (charsetEnd - start - 2 <= 0
        || charsetEnd - start - 2 > MAX_CHARSET_CHARS
        || charsetEnd + 2 >= value.length()
        || value.charAt(charsetEnd + 2) != '?') {
      return Optional.empty();
    }
    char encoding = Character.toLowerCase(value.charAt(charsetEnd + 1));
    int end = value.indexOf("?=", charsetEnd + 3);
    if (end < 0 || (encoding != 'q' && encoding != 'b')) {
      return Optional.empty();
    }
    String name = value.substring(start + 2, charsetEnd);
    int language = name.indexOf('*');
    return Optional.of(
        new Word(
            language > 0 ? name.substring(0, language) : name,
            encoding == 'b',
            value.substring(charsetEnd + 3, end),
            end + 2));
  }

  /** What is no base64 stays readable as it stands. */
  private static byte[] base64(String content) {
    byte[] encoded = content.getBytes(StandardCharsets.US_ASCII);
    try {
      return Base64.getMimeDecoder().decode(encoded);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }

  /** The variant of RFC 2047 4.2, in which an underscore is a blank. */
  private static byte[] quotedPrintable(String content) {
    byte[] encoded = content.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int octet = encoded[i] == '=' ? QuotedPrintable.octet(encoded, i + 1) : -1;
      out.write(octet >= 0 ? octet : encoded[i] == '_' ? ' ' : encoded[i]);
      i += octet >= 0 ? 2 : 0;
    }
    return out.toByteArray();
  }
}
