package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an author says to be new in a version. Authors write it in many shapes, for one
 * version or for all of them, newest first or last; only the block of the newest is wanted.
 */
final class Changelog {
  static final int MAX_CHARS = 1_500;
  static final int MAX_LINES = 40;

  private static final String RFC = "(?:(?:rfc|patch)[ -]?)*";

  /** {@code Changes in v3:}, {@code Changes since RFC v2}, {@code What's new in V3?}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^[\\s*=#•[-]]*(?:changes?|changelog|differences|diff|updates?|news?|what'?s new|changed|modifications|since|from)?"
              + "\\s*(?:log|made|introduced|history)?\\s*(in|since|from|vs\\.?|against|over|compared to|on top of|for|after|to|of)?"
              + "\\s*(?:the )?(?:version |revision )?\\[?"
              + RFC
              + "v\\.?(\\d{1,3})(?:\\.\\d)?]?\\b(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** {@code v2 -> v3:}, {@code v2..v3}, {@code From v2 to v3}. */
  private static final Pattern STEP =
      Pattern.compile(
          "^[\\s*=#•[-]]*(?:changes? )?(?:from |since |between )?"
              + RFC
              + "v(\\d{1,3})(?:\\.\\d)?\\s*(?:-+>|=+>|→|\\.\\.+|to|and|-)\\s*"
              + RFC
              + "v?(\\d{1,3})\\b(.*)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INLINE =
      Pattern.compile("^[\\s\\])]*(?:\\([^)]*\\))?\\s*[:–—-]+\\s*(\\S.*)$");
  private static final Pattern PLAIN_END =
      Pattern.compile(
          "^(?:\\s|[:?.=*\\])–—-]|changes?|changelog|\\([^)]*\\)|<?https?://\\S+)*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("^[\\s*-]*(?:link to |https?://).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM =
      Pattern.compile("^(?:\\s+|[*•+o-]\\s|\\(?\\d{1,2}[).]|\\[).*");

  /** Where a block about one version begins. */
  private record Heading(int line, int version, String rest) {}

  private Changelog() {}

  /**
   * The block about {@code version}, or about the newest one named.
   *
   * @return lines without the heading; empty where there is none
   */
  static Optional<String> of(Version version, String text) {
    List<String> lines = text.lines().toList();
    List<Heading> headings = headings(lines, version.major());
    Optional<Heading> newest =
        headings.stream()
            .filter(heading -> heading.version() <= version.major())
            .reduce((a, b) -> b.version() > a.version() ? b : a);
    return newest
        .filter(heading -> heading.version() > 1)
        .map(heading -> block(lines, headings, heading))
        .filter(block -> !block.isBlank());
  }

  private static List<Heading> headings(List<String> lines, int own) {
    List<Heading> headings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() < 200 && line.indexOf('>') != 0 && Version.mayStandIn(line)) {
        int at = i;
        heading(line, own).ifPresent(h -> headings.add(new Heading(at, h.version(), h.rest())));
      }
    }
    return headings;
  }

  private static Optional<Heading> heading(String line, int own) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      return rest(step.group(3)).map(rest -> new Heading(0, Integer.parseInt(step.group(2)), rest));
    }
    Matcher named = NAMED.matcher(line);
    if (!named.matches()) {
      return Optional.empty();
    }
    int version = Integer.parseInt(named.group(2));
    boolean since = named.group(1) != null && isSince(named.group(1), line);
    return rest(named.group(3))
        .map(rest -> new Heading(0, since ? Math.min(version + 1, own) : version, rest));
  }

  private static boolean isSince(String word, String line) {
    return switch (word.toLowerCase(java.util.Locale.ROOT)) {
      case "in", "for", "to", "of" -> false;
      default -> !line.toLowerCase(java.util.Locale.ROOT).strip().startsWith("for");
    };
  }

  /** What follows the version on its line; empty where the line is prose and no heading. */
  private static Optional<String> rest(String behind) {
    if (PLAIN_END.matcher(behind).matches()) {
      return Optional.of("");
    }
    Matcher inline = INLINE.matcher(behind);
    return inline.matches() ? Optional.of(inline.group(1)) : Optional.empty();
  }

  private static String block(List<String> lines, List<Heading> headings, Heading heading) {
    int end =
        headings.stream()
            .mapToInt(Heading::line)
            .filter(line -> line > heading.line())
            .min()
            .orElse(lines.size());
    List<String> block = new ArrayList<>();
    if (!heading.rest().isEmpty()) {
      block.add(heading.rest());
    }
    for (int i = heading.line() + 1; i < end && block.size() < MAX_LINES; i++) {
      if (ends(lines, i, block)) {
        break;
      }
      if (!LINK.matcher(lines.get(i)).matches()) {
        block.add(lines.get(i).stripTrailing());
      }
    }
    return cut(String.join("\n", outdented(block)));
  }

  /** A block ends at a separator, a diffstat, or a paragraph that is no item of the list. */
  private static boolean ends(List<String> lines, int at, List<String> block) {
    String line = lines.get(at);
    Lines cursor = new Lines(line);
    if (line.startsWith("---") || line.equals("-- ") || line.startsWith("====")) {
      return true;
    }
    if (cursor.next() && (Diffstat.isFileLine(cursor) || Diffstat.isSummary(cursor))) {
      return true;
    }
    boolean paragraph = !line.isBlank() && at > 0 && lines.get(at - 1).isBlank();
    return paragraph && !block.isEmpty() && hasText(block) && !ITEM.matcher(line).matches();
  }

  private static boolean hasText(List<String> block) {
    return block.stream().anyMatch(line -> !line.isBlank());
  }

  private static List<String> outdented(List<String> block) {
    OptionalInt indent =
        block.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min();
    return block.stream()
        .map(line -> line.isBlank() ? "" : line.substring(indent.orElse(0)))
        .toList();
  }

  private static String cut(String block) {
    String text = block.strip();
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int lineEnd = text.lastIndexOf('\n', MAX_CHARS);
    return text.substring(0, lineEnd > 0 ? lineEnd : MAX_CHARS) + "\n…";
  }
}
