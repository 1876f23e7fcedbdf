package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line such as {@code Reviewed-by: Ann <ann@example.org>} (git-interpret-trailers(1)). Immutable.
 *
 * @param key as written, such as {@code Reviewed-by}
 */
public record Trailer(String key, String value) {
  /** A mail with more trailers than this is read to here. */
  static final int MAX_IN_MAIL = 200;

  /** What the pattern allows before the colon. */
  private static final int MAX_KEY_CHARS = 21 + 4 * 21;

  private static final Pattern SIGN_OFF =
      Pattern.compile("([A-Z][A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){1,4}):[ \\t]+(\\S.{0,300})");

  /**
   * All trailers that name a person ({@code ...-by:}) and stand unquoted at the start of a line.
   */
  static List<Trailer> byLines(String text) {
    List<Trailer> trailers = new ArrayList<>();
    Lines lines = new Lines(text);
    while (lines.next() && trailers.size() < MAX_IN_MAIL) {
      if (mayBeByLine(lines)) {
        Matcher matcher = SIGN_OFF.matcher(lines.line());
        if (matcher.matches() && matcher.group(1).toLowerCase(Locale.ROOT).endsWith("-by")) {
          trailers.add(new Trailer(matcher.group(1), TextDecoder.line(matcher.group(2))));
        }
      }
    }
    return List.copyOf(trailers);
  }

  /** Whether the first colon of a line ends a key as it should; most lines are prose. */
  private static boolean mayBeByLine(Lines line) {
    int end = Math.min(line.length(), MAX_KEY_CHARS + 1);
    if (end == 0 || line.charAt(0) < 'A' || line.charAt(0) > 'Z') {
      return false;
    }
    int colon = 1;
    while (colon < end && line.charAt(colon) != ':') {
      colon++;
    }
    return colon < end && colon > 3 && Character.toLowerCase(line.charAt(colon - 1)) == 'y';
  }

  public Person person() {
    return Person.parse(value);
  }
}
