package reroll.bot.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line above what is new in a version: {@code Changes in v3:}, {@code v2 -> v3}, {@code Since
 * v1:}. Immutable.
 *
 * @param version the one that the block is about
 * @param since whether the heading counts from an earlier version; then the block may be about any
 *     later one
 * @param rest what stands on the same line already; empty for a heading that stands alone
 * @param onlyLink whether it is a label of a link, as in {@code v2: URL}
 */
record ChangelogHeading(int version, boolean since, String rest, boolean onlyLink) {
  /** Longer lines are prose. */
  private static final int MAX_LINE_CHARS = 200;

  private static final String LEAD = "^[\\s*=#•_[-]]*+";
  private static final String ADJECTIVES =
      "(?:(?:the|all|full|main|major|minor|small|significant|noti?ceable|notable|important|functional"
          + "|bug|brief|list of|summary of)\\s+)*";
  private static final String NOUN =
      "changes?(?:\\s*log)?|differences?|diff|deltas?|updates?|news?|what'?s new|changed"
          + "|modifications?|fix(?:es)?|history|revision history";
  private static final String RFC = "(?:(?:rfc|patch)[ -]?)*";
  private static final String VERSION = RFC + "v\\.?(\\d{1,3})(?:\\.\\d{1,2})?";
  private static final String REFERENCE = "(?:\\s*\\[\\d{1,2}])?(?:\\s*\\([^()]{0,120}\\))?";

  /** {@code Changes in v3:}, {@code Changes since RFC v2}, {@code What's new in V3?}. */
  private static final Pattern NAMED =
      Pattern.compile(
          LEAD
              + ADJECTIVES
              + "("
              + NOUN
              + ")?\\s*(?:log|made|done|introduced)?\\s*"
              + "(in|on|since|from|vs\\.?|against|over|compared to|wrt|w\\.r\\.t\\.?|on top of|for"
              + "|after|to|of)?"
              + "\\s*(?:the )?(?:version |revision )?\\[?"
              + VERSION
              + "]?\\b(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** {@code v2 -> v3:}, {@code v2..v3}, {@code From v2 to v3}. */
  private static final Pattern STEP =
      Pattern.compile(
          LEAD
              + ADJECTIVES
              + "(?:(?:"
              + NOUN
              + ")[.:]?\\s+)?(?:(?:in|from|since|between)\\s+)?"
              + VERSION
              + REFERENCE
              + "\\s*(?:(-+>|=+>|→|\\.\\.+|…)\\s*"
              + RFC
              + "v?|(?:to|and|-)\\s*"
              + RFC
              + "v)(\\d{1,3})(?:\\.\\d{1,2})?\\b(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** {@code [v2] what is new}. */
  private static final Pattern BRACKETED =
      Pattern.compile("^[\\s*-]*\\[v(\\d{1,3})]:?\\s+(\\S.*)$", Pattern.CASE_INSENSITIVE);

  /** Without a version: {@code Changelog:}, {@code Changes from the previous version}. */
  private static final Pattern UNVERSIONED =
      Pattern.compile(
          LEAD
              + ADJECTIVES
              + "(?:change\\s?log|changes (?:since|from|in|to|over|vs\\.?) (?:the )?(?:previous|prior|last)"
              + " (?:version|revision|posting|submission|series|one))\\s*[:：]?\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Below the separator this is what is new; above it may be all that the patch does. */
  private static final Pattern BARE =
      Pattern.compile("^[\\s*=#-]*changes\\s*[:：]\\s*$", Pattern.CASE_INSENSITIVE);

  private static final Pattern INLINE =
      Pattern.compile("^[\\s\\])]*" + REFERENCE + "\\s*(?:[:：;]|[–—-]+)\\s*(\\S.*)$");
  private static final Pattern PLAIN_END =
      Pattern.compile(
          "^(?:[\\s:：;?.,=*\\])–—_-]|changelog|changes?|rfc|are|includes?|\\[\\d{1,2}]"
              + "|\\([^()]*\\)|<?https?://\\S+)*+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY_LINK =
      Pattern.compile(
          "^[\\s:：=@*(\\])–—-]*(?:link)?[\\s:]*<?https?://\\S+\\s*$", Pattern.CASE_INSENSITIVE);

  /** Reads a line as the heading of a block; {@code own} is the version of the mail. */
  static Optional<ChangelogHeading> parse(String line, int own) {
    if (line.length() > MAX_LINE_CHARS || line.startsWith(">") || !Version.mayStandIn(line)) {
      return Optional.empty();
    }
    return step(line).or(() -> named(line, own)).or(() -> bracketed(line));
  }

  /** Whether a line heads a block without saying for which version. */
  static boolean isUnversioned(String line, boolean inNotes) {
    return line.length() <= MAX_LINE_CHARS
        && (UNVERSIONED.matcher(line).matches() || (inNotes && BARE.matcher(line).matches()));
  }

  /** Authors turn the arrow round now and then, so the higher version is the newer one. */
  private static Optional<ChangelogHeading> step(String line) {
    Matcher step = STEP.matcher(line);
    if (!step.matches()) {
      return Optional.empty();
    }
    int version = Math.max(Integer.parseInt(step.group(1)), Integer.parseInt(step.group(3)));
    String behind = step.group(4);
    Optional<String> rest =
        step.group(2) != null && behind.startsWith(" ")
            ? rest(behind).or(() -> Optional.of(behind.strip()))
            : rest(behind);
    return rest.map(text -> new ChangelogHeading(version, false, text, false));
  }

  private static Optional<ChangelogHeading> named(String line, int own) {
    Matcher named = NAMED.matcher(line);
    if (!named.matches()) {
      return Optional.empty();
    }
    int version = Integer.parseInt(named.group(3));
    boolean since = named.group(2) != null && isSince(named.group(2));
    boolean label = named.group(1) == null && named.group(2) == null;
    String behind = named.group(4);
    boolean onlyLink = label && ONLY_LINK.matcher(behind).matches();
    return rest(behind)
        .map(
            text ->
                new ChangelogHeading(
                    since ? Math.min(version + 1, own) : version, since, text, onlyLink));
  }

  private static boolean isSince(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "in", "on", "for", "to", "of" -> false;
      default -> true;
    };
  }

  private static Optional<ChangelogHeading> bracketed(String line) {
    Matcher bracketed = BRACKETED.matcher(line);
    return bracketed.matches() && !bracketed.group(2).startsWith("http")
        ? Optional.of(
            new ChangelogHeading(
                Integer.parseInt(bracketed.group(1)), false, bracketed.group(2), false))
        : Optional.empty();
  }

  /** What follows the version on its line; empty where the line is prose and no heading. */
  private static Optional<String> rest(String behind) {
    if (PLAIN_END.matcher(behind).matches()) {
      return Optional.of("");
    }
    Matcher inline = INLINE.matcher(behind);
    return inline.matches() ? Optional.of(inline.group(1)) : Optional.empty();
  }
}
