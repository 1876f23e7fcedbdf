package reroll.bot.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what an author says to be new in a version. Authors write it in many shapes (PEERS D.5),
 * for one version or for all of them, newest first or last; only the block of the newest is wanted.
 */
final class Changelog {
  static final int MAX_CHARS = 1_500;
  static final int MAX_LINES = 40;

  private static final Pattern LINK =
      Pattern.compile(
          "^[\\s*-]*(?:link to |(?:\\[\\d{1,2}]:?\\s*)?<?https?://).*|^\\s*\\[\\d{1,2}]:?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM =
      Pattern.compile("^(?:\\s+|[*•+o-]\\s|[-*]\\S|\\(?\\d{1,2}[).]|\\[).*");

  /** The list of the patches themselves, as some authors append it. */
  private static final Pattern PATCH_LINE =
      Pattern.compile("^\\[PATCH[^\\]]*] .*", Pattern.CASE_INSENSITIVE);

  /** A line under a heading that makes it one in plain text. */
  private static final Pattern UNDERLINE =
      Pattern.compile("^\\s*(?:-{3,}|={3,}|~{3,}|\\*{3,})\\s*$");

  private record Block(int line, ChangelogHeading heading) {}

  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();

  private Changelog(Version version, String text) {
    this.lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int at = i;
      ChangelogHeading.parse(lines.get(i), version.major())
          .filter(heading -> !heading.onlyLink() || isFollowedByItem(at))
          .ifPresent(heading -> blocks.add(new Block(at, heading)));
    }
  }

  /** {@code v2: URL} is one of a list of links unless its changes stand below. */
  private boolean isFollowedByItem(int at) {
    return at + 1 < lines.size()
        && !lines.get(at + 1).isBlank()
        && ITEM.matcher(lines.get(at + 1)).matches()
        && !LINK.matcher(lines.get(at + 1)).matches()
        && !Version.mayStandIn(lines.get(at + 1));
  }

  /**
   * The block about {@code version} in a mail's text.
   *
   * @param notes what stands below the separator, where most authors put it
   * @return lines without the heading; empty where there is none
   */
  static Optional<String> in(String notes, String message, Version version) {
    Changelog below = new Changelog(version, notes);
    Changelog above = new Changelog(version, message);
    return below
        .newest(version)
        .or(() -> above.newest(version))
        .or(() -> below.unversioned(true))
        .or(() -> above.unversioned(false));
  }

  /** Of headings that count from an earlier version, the newest; authors skip versions. */
  private Optional<String> newest(Version version) {
    return blocks.stream()
        .filter(block -> block.heading().version() > 1)
        .filter(block -> isAbout(block.heading(), version))
        .sorted(Comparator.comparing((Block block) -> -block.heading().version()))
        .map(this::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static boolean isAbout(ChangelogHeading heading, Version version) {
    return heading.version() == version.major()
        || (heading.since() && heading.version() < version.major());
  }

  private Optional<String> unversioned(boolean inNotes) {
    for (int i = 0; i < lines.size() && blocks.isEmpty(); i++) {
      if (ChangelogHeading.isUnversioned(lines.get(i), inNotes)) {
        return Optional.of(text(i, "")).filter(text -> !text.isBlank());
      }
    }
    return Optional.empty();
  }

  private String text(Block block) {
    return text(block.line(), block.heading().rest());
  }

  private String text(int heading, String rest) {
    int end =
        blocks.stream()
            .mapToInt(Block::line)
            .filter(line -> line > heading)
            .min()
            .orElse(lines.size());
    List<String> body = body(heading + 1, end, rest.isEmpty());
    String below = String.join("\n", outdented(body));
    return cut(rest.isEmpty() ? below : rest + "\n" + below);
  }

  private List<String> body(int from, int end, boolean alone) {
    List<String> body = new ArrayList<>();
    boolean said = !alone;
    int start =
        alone && from < end && UNDERLINE.matcher(lines.get(from)).matches() ? from + 1 : from;
    for (int i = start; i < end && body.size() < MAX_LINES && !ends(i, said); i++) {
      String line = lines.get(i);
      if (!isNoChange(line)) {
        said |= !line.isBlank();
        body.add(line.stripTrailing());
      }
    }
    return body;
  }

  /** Links, and what b4 asks its user to replace. */
  private static boolean isNoChange(String line) {
    return LINK.matcher(line).matches()
        || line.contains("EDITME:")
        || ChangelogHeading.parse(line, 1).map(ChangelogHeading::onlyLink).orElse(false);
  }

  /** A block ends at a separator, a diffstat, or a paragraph that is no item of the list. */
  private boolean ends(int at, boolean said) {
    String line = lines.get(at);
    if (line.startsWith("---") || line.equals("-- ") || line.startsWith("====")) {
      return true;
    }
    if (isDiffstat(line) || isListOfPatches(at)) {
      return true;
    }
    boolean paragraph = !line.isBlank() && at > 0 && lines.get(at - 1).isBlank();
    return paragraph && said && !ITEM.matcher(line).matches();
  }

  /** Some mailers eat the blank before git's lines. */
  private static boolean isDiffstat(String line) {
    if (line.isBlank()) {
      return false;
    }
    Lines cursor = new Lines(" " + line.strip());
    return cursor.next() && (Diffstat.isFileLine(cursor) || Diffstat.isSummary(cursor));
  }

  private boolean isListOfPatches(int at) {
    return at + 1 < lines.size()
        && PATCH_LINE.matcher(lines.get(at)).matches()
        && PATCH_LINE.matcher(lines.get(at + 1)).matches();
  }

  private static List<String> outdented(List<String> body) {
    int indent =
        body.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return body.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
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
