package reroll.bot.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The place in a mail's text where its changelog stands. The digest shows the newest changelog on
 * top, so it is left out below. Stateless.
 */
final class ChangelogBlock {
  private static final Pattern LINK =
      Pattern.compile("[\\s*-]*(?:link to |https?://).*", Pattern.CASE_INSENSITIVE);

  /** A line that names a version, above the block or before its first words. */
  private static final Pattern HEADING =
      Pattern.compile("^.{0,60}\\bv\\.?\\d.{0,40}$", Pattern.CASE_INSENSITIVE);

  private static final Pattern UNDERLINE = Pattern.compile("[-=~]{3,}");

  private ChangelogBlock() {}

  /** The lines without the changelog; all of them where it does not stand there as it is. */
  static List<String> without(List<String> lines, String changelog) {
    List<String> wanted =
        changelog.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    for (int start = 0; !wanted.isEmpty() && start < lines.size(); start++) {
      int end = end(lines, start, wanted);
      if (end > 0) {
        return without(lines, heading(lines, start), end);
      }
    }
    return lines;
  }

  /** Behind the last line of a block that begins here; 0 where none does. */
  private static int end(List<String> lines, int start, List<String> wanted) {
    if (!begins(lines.get(start).strip(), wanted.get(0))) {
      return 0;
    }
    int found = 1;
    int at = start + 1;
    for (; found < wanted.size() && at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.equals(wanted.get(found))) {
        found++;
      } else if (!line.isEmpty() && !LINK.matcher(line).matches()) {
        return 0;
      }
    }
    return found == wanted.size() ? at : 0;
  }

  private static boolean begins(String line, String first) {
    String before = line.substring(0, Math.max(0, line.length() - first.length()));
    return line.equals(first) || (line.endsWith(first) && HEADING.matcher(before).matches());
  }

  /** The line above that says of which version the block is; the block's own first where none. */
  private static int heading(List<String> lines, int start) {
    for (int at = start - 1; at >= Math.max(0, start - 3); at--) {
      String line = lines.get(at).strip();
      boolean link = LINK.matcher(line).matches();
      if (!link && HEADING.matcher(line).matches()) {
        return at;
      }
      if (!line.isEmpty() && !link && !UNDERLINE.matcher(line).matches()) {
        return start;
      }
    }
    return start;
  }

  private static List<String> without(List<String> lines, int from, int to) {
    List<String> rest = new ArrayList<>(lines.subList(0, from));
    int next = to;
    boolean gap = rest.isEmpty() || rest.get(rest.size() - 1).isBlank();
    while (gap && next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    rest.addAll(lines.subList(next, lines.size()));
    return rest;
  }
}
