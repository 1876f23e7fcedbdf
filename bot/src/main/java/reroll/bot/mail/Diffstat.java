package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The summary that git prints under a commit message or a cover letter. Immutable.
 *
 * @param files the paths that are written in full, at most {@link #MAX_FILES}
 * @param changed how many files the summary line counts
 */
public record Diffstat(List<String> files, int changed, int added, int removed) {
  static final int MAX_FILES = 32;

  /** Longer lines are none of git's, whose paths have 300 characters at most in real mail. */
  private static final int MAX_LINE_CHARS = 500;

  private static final Pattern FILE =
      Pattern.compile(" (\\S.{0,300}?)\\s+\\|\\s+(?:\\d{1,7} ?[+-]*|Bin.*|Unmerged)\\s*");
  private static final Pattern SUMMARY =
      Pattern.compile(
          " (\\d{1,7}) files? changed(?:, (\\d{1,9}) insertions?\\(\\+\\))?"
              + "(?:, (\\d{1,9}) deletions?\\(-\\))?\\s*");

  /** {@code dir/{old => new}/file}: the new path counts. */
  private static final Pattern RENAME = Pattern.compile("\\{[^{}]*? => ([^{}]*)}");

  public Diffstat {
    files = List.copyOf(files);
  }

  static boolean isFileLine(Lines line) {
    return line.length() > 4
        && line.length() <= MAX_LINE_CHARS
        && line.charAt(0) == ' '
        && line.has('|')
        && FILE.matcher(line.line()).matches();
  }

  static boolean isSummary(Lines line) {
    return line.length() > 15
        && line.length() <= MAX_LINE_CHARS
        && line.charAt(0) == ' '
        && Character.isDigit(line.charAt(1))
        && SUMMARY.matcher(line.line()).matches();
  }

  /** The last diffstat in a text: a cover that shows two ends in that of the whole. */
  static Optional<Diffstat> lastIn(String text) {
    Optional<Diffstat> last = Optional.empty();
    List<String> files = new ArrayList<>();
    Lines lines = new Lines(text);
    while (lines.next()) {
      if (isSummary(lines)) {
        last = Optional.of(summed(files, lines.line()));
        files = new ArrayList<>();
      } else if (isFileLine(lines)) {
        path(lines.line()).ifPresent(files::add);
      }
    }
    return last;
  }

  /** A text to the end of its first diffstat; the whole where it has none. */
  public static String upToSummary(String text) {
    Lines lines = new Lines(text);
    while (lines.next()) {
      if (isSummary(lines)) {
        return text.substring(0, lines.nextStart());
      }
    }
    return text;
  }

  private static Diffstat summed(List<String> files, String summary) {
    Matcher matcher = SUMMARY.matcher(summary);
    boolean valid = matcher.matches();
    List<String> kept = files.subList(0, Math.min(MAX_FILES, files.size()));
    return valid
        ? new Diffstat(
            kept, number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
        : new Diffstat(kept, 0, 0, 0);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Optional<String> path(String line) {
    Matcher matcher = FILE.matcher(line);
    if (!matcher.matches() || matcher.group(1).startsWith("...")) {
      return Optional.empty();
    }
    String path = RENAME.matcher(matcher.group(1)).replaceAll("$1").replace("//", "/");
    int arrow = path.indexOf(" => ");
    return Optional.of(TextDecoder.line(arrow < 0 ? path : path.substring(arrow + 4)));
  }
}
