package reroll.bot.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a Message-ID as a segment of a URL's path, the way public-inbox reads it. */
final class UrlPath {
  /** What may stand as it is (PublicInbox::MID). */
  private static final String PLAIN = "-._~!$&'()*+,;=:@";

  private UrlPath() {}

  static String segment(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (alphanumeric || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return out.toString();
  }
}
