package reroll.bot.mail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Applied.How;

/**
 * The letter of b4-ty(1): what its sender says, which may be anything, above a list of the patches
 * with the commits that b4 found for them in the tree. The list counts.
 */
final class B4Thanks {
  /** b4 looked for the commit in the tree and did not find it. */
  static final String NO_COMMIT = "(no commit info)";

  /** A tree on a line of its own below the words, with the branch behind it. */
  private static final Pattern TREE_BELOW =
      Pattern.compile(
          "\\bto\\s{0,4}\\n"
              + "\\s{0,20}\\S{0,200}?([^/\\s]{1,60}/[^/\\s]{1,60}\\.git)(?: (\\S{1,60}))?$",
          Pattern.MULTILINE);

  /** What stands there in b4's own words is a tree, whatever it looks like. */
  private static final Pattern TREE =
      Pattern.compile(
          "^Applied to (\\S{2,120}), thank(?:s| you)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(?:applied|merged|queued|pushed|picked up|pulled)\\b([^\\n]*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern COUNTER =
      Pattern.compile("\\[[^\\]]{0,200}?(?<![\\d.])\\d{1,4}/(\\d{1,4})(?![\\d.])");

  private B4Thanks() {}

  static boolean isOne(Mail mail) {
    return mail.id().value().contains(".b4-ty@");
  }

  /**
   * Reads one.
   *
   * @param subset whether its subject says that it is about a part
   * @return empty where no patch is listed with a commit, nor the sender says it
   */
  static Optional<Applied> in(Mail mail, String unquoted, boolean subset) {
    List<Integer> found = AppliedPatches.listed(unquoted);
    if (found.isEmpty()) {
      Optional<Applied> said = HandThanks.in(unquoted, subset);
      // Where b4 found none of the commits, it is the sender's word alone.
      return unquoted.contains(NO_COMMIT) ? said : said.map(applied -> applied.by(How.B4));
    }
    return Optional.of(
        isCountedAnew(mail.subject(), unquoted)
            ? new Applied(How.B4, true, where(unquoted))
            : new Applied(How.B4, subset, where(unquoted), found));
  }

  /** b4 counts from one again what was picked out of a series. */
  private static boolean isCountedAnew(String subject, String unquoted) {
    Matcher counter = COUNTER.matcher(subject);
    OptionalInt total = AppliedPatches.total(unquoted);
    return counter.find()
        && total.isPresent()
        && total.getAsInt() != Integer.parseInt(counter.group(1));
  }

  private static String where(String unquoted) {
    Matcher below = TREE_BELOW.matcher(unquoted);
    if (below.find()) {
      String branch = below.group(2) == null ? "" : " (" + below.group(2) + ")";
      return TextDecoder.line(below.group(1) + branch);
    }
    Matcher tree = TREE.matcher(unquoted);
    if (tree.find()) {
      return HandThanks.word(tree.group(1));
    }
    Matcher taken = TAKEN.matcher(unquoted);
    return taken.find() ? HandThanks.where(taken.group(1)) : "";
  }
}
