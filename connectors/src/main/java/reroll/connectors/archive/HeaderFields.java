package reroll.connectors.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The fields of a mail's header as they stand in it, for what an archive has to know of a mail
 * before anybody reads it. Never fails; bytes above ASCII are taken for ISO 8859-1. Immutable.
 */
public final class HeaderFields {
  /** A real header has up to some 30 KB; what is beyond this is not looked at. */
  private static final int MAX_BYTES = 256 << 10;

  private final String text;

  /** Takes a mail, of which only the header matters. */
  public HeaderFields(byte[] mail) {
    text = new String(mail, 0, Math.min(mail.length, MAX_BYTES), StandardCharsets.ISO_8859_1);
  }

  /**
   * What the fields of some names say, the topmost first, folds included.
   *
   * @param name chooses them; gets names as they are written
   */
  public List<String> values(Predicate<String> name) {
    List<String> values = new ArrayList<>();
    for (int at = 0; at < text.length() && !isLineEnd(at); ) {
      int next = endOfField(at);
      int colon = colon(at, next);
      if (colon > at && name.test(text.substring(at, colon).strip())) {
        values.add(text.substring(colon + 1, next));
      }
      at = next;
    }
    return values;
  }

  /** Where the name ends; the field's begin where there is none. */
  private int colon(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (text.charAt(at) == ':') {
        return at;
      }
    }
    return begin;
  }

  private boolean isLineEnd(int at) {
    return text.startsWith("\n", at) || text.startsWith("\r\n", at);
  }

  /** A field goes on in lines that begin with white space. */
  private int endOfField(int begin) {
    int at = begin;
    do {
      int lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) {
        return text.length();
      }
      at = lineEnd + 1;
    } while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'));
    return at;
  }
}
